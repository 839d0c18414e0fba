// A class of an app can extend each control that has a list of children, and add properties: checked by `tsc`, never run.

import {
  AppBar,
  type AppBarProps,
  Column,
  type ColumnProps,
  Dropdown,
  type DropdownProps,
  ExpansionTile,
  type ExpansionTileProps,
  GridView,
  type GridViewProps,
  ListView,
  type ListViewProps,
  MenuBar,
  type MenuBarProps,
  NavigationBar,
  type NavigationBarProps,
  NavigationRail,
  type NavigationRailProps,
  PopupMenuButton,
  type PopupMenuButtonProps,
  ResponsiveRow,
  type ResponsiveRowProps,
  Row,
  type RowProps,
  SearchBar,
  type SearchBarProps,
  SegmentedButton,
  type SegmentedButtonProps,
  Stack,
  type StackProps,
  SubmenuButton,
  type SubmenuButtonProps,
  TabBar,
  type TabBarProps,
  TabBarView,
  type TabBarViewProps,
  Text,
  type TextProps,
  TextSpan,
  type TextSpanProps,
  View,
  type ViewProps,
} from "runlet";
import { type In, type Literal, type Mode, type Plain, type Read, type Spec, spec, text } from "runlet/spec";

interface OwnAppBarProps<M extends Mode = Literal> extends AppBarProps<M> {
  caption?: In<M, string>;
}
export interface OwnAppBar extends Plain<OwnAppBarProps<Read>> {}
export class OwnAppBar extends AppBar {
  static override readonly spec: Spec<OwnAppBarProps> = spec<OwnAppBarProps, AppBarProps>({
    parent: AppBar,
    properties: { caption: text("") },
  });
}
interface OwnColumnProps<M extends Mode = Literal> extends ColumnProps<M> {
  caption?: In<M, string>;
}
export interface OwnColumn extends Plain<OwnColumnProps<Read>> {}
export class OwnColumn extends Column {
  static override readonly spec: Spec<OwnColumnProps> = spec<OwnColumnProps, ColumnProps>({
    parent: Column,
    properties: { caption: text("") },
  });
}
interface OwnDropdownProps<M extends Mode = Literal> extends DropdownProps<M> {
  caption?: In<M, string>;
}
export interface OwnDropdown extends Plain<OwnDropdownProps<Read>> {}
export class OwnDropdown extends Dropdown {
  static override readonly spec: Spec<OwnDropdownProps> = spec<OwnDropdownProps, DropdownProps>({
    parent: Dropdown,
    properties: { caption: text("") },
  });
}
interface OwnExpansionTileProps<M extends Mode = Literal> extends ExpansionTileProps<M> {
  caption?: In<M, string>;
}
export interface OwnExpansionTile extends Plain<OwnExpansionTileProps<Read>> {}
export class OwnExpansionTile extends ExpansionTile {
  static override readonly spec: Spec<OwnExpansionTileProps> = spec<OwnExpansionTileProps, ExpansionTileProps>({
    parent: ExpansionTile,
    properties: { caption: text("") },
  });
}
interface OwnGridViewProps<M extends Mode = Literal> extends GridViewProps<M> {
  caption?: In<M, string>;
}
export interface OwnGridView extends Plain<OwnGridViewProps<Read>> {}
export class OwnGridView extends GridView {
  static override readonly spec: Spec<OwnGridViewProps> = spec<OwnGridViewProps, GridViewProps>({
    parent: GridView,
    properties: { caption: text("") },
  });
}
interface OwnListViewProps<M extends Mode = Literal> extends ListViewProps<M> {
  caption?: In<M, string>;
}
export interface OwnListView extends Plain<OwnListViewProps<Read>> {}
export class OwnListView extends ListView {
  static override readonly spec: Spec<OwnListViewProps> = spec<OwnListViewProps, ListViewProps>({
    parent: ListView,
    properties: { caption: text("") },
  });
}
interface OwnMenuBarProps<M extends Mode = Literal> extends MenuBarProps<M> {
  caption?: In<M, string>;
}
export interface OwnMenuBar extends Plain<OwnMenuBarProps<Read>> {}
export class OwnMenuBar extends MenuBar {
  static override readonly spec: Spec<OwnMenuBarProps> = spec<OwnMenuBarProps, MenuBarProps>({
    parent: MenuBar,
    properties: { caption: text("") },
  });
}
interface OwnNavigationBarProps<M extends Mode = Literal> extends NavigationBarProps<M> {
  caption?: In<M, string>;
}
export interface OwnNavigationBar extends Plain<OwnNavigationBarProps<Read>> {}
export class OwnNavigationBar extends NavigationBar {
  static override readonly spec: Spec<OwnNavigationBarProps> = spec<OwnNavigationBarProps, NavigationBarProps>({
    parent: NavigationBar,
    properties: { caption: text("") },
  });
}
interface OwnNavigationRailProps<M extends Mode = Literal> extends NavigationRailProps<M> {
  caption?: In<M, string>;
}
export interface OwnNavigationRail extends Plain<OwnNavigationRailProps<Read>> {}
export class OwnNavigationRail extends NavigationRail {
  static override readonly spec: Spec<OwnNavigationRailProps> = spec<OwnNavigationRailProps, NavigationRailProps>({
    parent: NavigationRail,
    properties: { caption: text("") },
  });
}
interface OwnPopupMenuButtonProps<M extends Mode = Literal> extends PopupMenuButtonProps<M> {
  caption?: In<M, string>;
}
export interface OwnPopupMenuButton extends Plain<OwnPopupMenuButtonProps<Read>> {}
export class OwnPopupMenuButton extends PopupMenuButton {
  static override readonly spec: Spec<OwnPopupMenuButtonProps> = spec<OwnPopupMenuButtonProps, PopupMenuButtonProps>({
    parent: PopupMenuButton,
    properties: { caption: text("") },
  });
}
interface OwnResponsiveRowProps<M extends Mode = Literal> extends ResponsiveRowProps<M> {
  caption?: In<M, string>;
}
export interface OwnResponsiveRow extends Plain<OwnResponsiveRowProps<Read>> {}
export class OwnResponsiveRow extends ResponsiveRow {
  static override readonly spec: Spec<OwnResponsiveRowProps> = spec<OwnResponsiveRowProps, ResponsiveRowProps>({
    parent: ResponsiveRow,
    properties: { caption: text("") },
  });
}
interface OwnRowProps<M extends Mode = Literal> extends RowProps<M> {
  caption?: In<M, string>;
}
export interface OwnRow extends Plain<OwnRowProps<Read>> {}
export class OwnRow extends Row {
  static override readonly spec: Spec<OwnRowProps> = spec<OwnRowProps, RowProps>({
    parent: Row,
    properties: { caption: text("") },
  });
}
interface OwnSearchBarProps<M extends Mode = Literal> extends SearchBarProps<M> {
  caption?: In<M, string>;
}
export interface OwnSearchBar extends Plain<OwnSearchBarProps<Read>> {}
export class OwnSearchBar extends SearchBar {
  static override readonly spec: Spec<OwnSearchBarProps> = spec<OwnSearchBarProps, SearchBarProps>({
    parent: SearchBar,
    properties: { caption: text("") },
  });
}
interface OwnSegmentedButtonProps<M extends Mode = Literal> extends SegmentedButtonProps<M> {
  caption?: In<M, string>;
}
export interface OwnSegmentedButton extends Plain<OwnSegmentedButtonProps<Read>> {}
export class OwnSegmentedButton extends SegmentedButton {
  static override readonly spec: Spec<OwnSegmentedButtonProps> = spec<OwnSegmentedButtonProps, SegmentedButtonProps>({
    parent: SegmentedButton,
    properties: { caption: text("") },
  });
}
interface OwnStackProps<M extends Mode = Literal> extends StackProps<M> {
  caption?: In<M, string>;
}
export interface OwnStack extends Plain<OwnStackProps<Read>> {}
export class OwnStack extends Stack {
  static override readonly spec: Spec<OwnStackProps> = spec<OwnStackProps, StackProps>({
    parent: Stack,
    properties: { caption: text("") },
  });
}
interface OwnSubmenuButtonProps<M extends Mode = Literal> extends SubmenuButtonProps<M> {
  caption?: In<M, string>;
}
export interface OwnSubmenuButton extends Plain<OwnSubmenuButtonProps<Read>> {}
export class OwnSubmenuButton extends SubmenuButton {
  static override readonly spec: Spec<OwnSubmenuButtonProps> = spec<OwnSubmenuButtonProps, SubmenuButtonProps>({
    parent: SubmenuButton,
    properties: { caption: text("") },
  });
}
interface OwnTabBarProps<M extends Mode = Literal> extends TabBarProps<M> {
  caption?: In<M, string>;
}
export interface OwnTabBar extends Plain<OwnTabBarProps<Read>> {}
export class OwnTabBar extends TabBar {
  static override readonly spec: Spec<OwnTabBarProps> = spec<OwnTabBarProps, TabBarProps>({
    parent: TabBar,
    properties: { caption: text("") },
  });
}
interface OwnTabBarViewProps<M extends Mode = Literal> extends TabBarViewProps<M> {
  caption?: In<M, string>;
}
export interface OwnTabBarView extends Plain<OwnTabBarViewProps<Read>> {}
export class OwnTabBarView extends TabBarView {
  static override readonly spec: Spec<OwnTabBarViewProps> = spec<OwnTabBarViewProps, TabBarViewProps>({
    parent: TabBarView,
    properties: { caption: text("") },
  });
}
interface OwnTextProps<M extends Mode = Literal> extends TextProps<M> {
  caption?: In<M, string>;
}
export interface OwnText extends Plain<OwnTextProps<Read>> {}
export class OwnText extends Text {
  static override readonly spec: Spec<OwnTextProps> = spec<OwnTextProps, TextProps>({
    parent: Text,
    properties: { caption: text("") },
  });
}
interface OwnTextSpanProps<M extends Mode = Literal> extends TextSpanProps<M> {
  caption?: In<M, string>;
}
export interface OwnTextSpan extends Plain<OwnTextSpanProps<Read>> {}
export class OwnTextSpan extends TextSpan {
  static override readonly spec: Spec<OwnTextSpanProps> = spec<OwnTextSpanProps, TextSpanProps>({
    parent: TextSpan,
    properties: { caption: text("") },
  });
}
interface OwnViewProps<M extends Mode = Literal> extends ViewProps<M> {
  caption?: In<M, string>;
}
export interface OwnView extends Plain<OwnViewProps<Read>> {}
export class OwnView extends View {
  static override readonly spec: Spec<OwnViewProps> = spec<OwnViewProps, ViewProps>({
    parent: View,
    properties: { caption: text("") },
  });
}

const column = new OwnColumn();
column.controls = [new Text()];
column.controls.remove(...column.controls);
export const caption: string = column.caption;
