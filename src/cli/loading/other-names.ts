const state = "In Runlet, a value that is shown is a state(): const count = state(0)";
const rxjs = 'Import it from "rxjs".';

/** What to write instead of a name that people know from Flet, from RxJS or from another framework. */
export const ELSEWHERE: { readonly [name: string]: string } = {
  Component: "Own controls extend Control.",
  app: "The function that starts an app is run.",
  serve: "The function that starts an app is run.",
  Ref: "Keep the control in a variable, and set its properties.",
  Colors: 'Write a color as a string, such as color: "primary".',
  colors: 'Write a color as a string, such as color: "primary".',
  icons: 'Write an icon as a string, such as icon: "home", or import Icons.',
  ImageFit: "Its name is BoxFit.",
  NavigationDestination: "Its name is NavigationBarDestination.",
  Option: "Its name is DropdownOption.",
  DropdownM2: "Its name is Dropdown.",
  CupertinoActivityIndicator: "Its name is ProgressRing.",
  useState: state,
  signal: state,
  ref: state,
  Observable: rxjs,
  Subject: rxjs,
  BehaviorSubject: rxjs,
};
