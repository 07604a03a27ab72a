//! The rows of the table.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::entry::{CommandContext, Entry, Menu, OnDisk};
use crate::look::Icon;
use crate::model::Grade;
use crate::session::results::{Findings, GapsOf};
use crate::session::{Selection, Session};
use crate::text::command as word;
use crate::ui::stage::Stage;

const SHIFT_COMMAND: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const SHIFT_ALT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    keys(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    keys(SHIFT_COMMAND, key)
}

/// Makes the enumeration and its rows out of one list, so that no command is without a row.
macro_rules! commands {
    ($($command:ident { $menu:ident, $words:expr, $icon:expr, $keys:expr, $is_enabled:expr })*) => {
        /// What a person can tell the program to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            /// Shows a stage; its row is the stage's.
            Show(Stage),
            $($command,)*
        }

        /// The commands of the list, in its order.
        const LISTED: &[Command] = &[$(Command::$command,)*];

        impl Command {
            pub fn entry(self) -> Entry {
                match self {
                    Self::Show(stage) => showing(stage),
                    $(Self::$command => Entry {
                        menu: Menu::$menu,
                        name: $words.0,
                        tooltip: $words.1,
                        icon: $icon,
                        shortcuts: const { &$keys },
                        is_enabled: $is_enabled,
                    },)*
                }
            }
        }
    };
}

// Each row: its menu, words, icon, shortcuts, and when it is enabled; in the order of the menus.
commands! {
    New { File, word::NEW, Some(Icon::Plus), [ctrl(Key::N)], always }
    Open { File, word::OPEN, Some(Icon::Folder), [ctrl(Key::O)], always }
    Save { File, word::SAVE, None, [ctrl(Key::S)], in_document }
    SaveAs { File, word::SAVE_AS, None, [ctrl_shift(Key::S)], in_document }
    SaveCopy { File, word::SAVE_COPY, None, [], in_document }
    Revert { File, word::REVERT, None, [], is_changed }
    CloseDocument { File, word::CLOSE_DOCUMENT, None, [ctrl(Key::W)], in_document }
    Quit { File, word::QUIT, None, [ctrl(Key::Q)], always }
    Reload { File, word::RELOAD, None, [], is_changed_on_disk }
    KeepMine { File, word::KEEP_MINE, None, [], is_changed_on_disk }
    CompareOwnFile { File, word::COMPARE_OWN_FILE, None, [], is_changed_on_disk }
    CompareFile { File, word::COMPARE_FILE, None, [], in_document }

    Undo { Edit, word::UNDO, Some(Icon::Undo), [ctrl(Key::Z)], can_undo }
    Redo { Edit, word::REDO, Some(Icon::Redo), [ctrl(Key::Y), ctrl_shift(Key::Z)], can_redo }
    ShowStates { Edit, word::SHOW_STATES, Some(Icon::Clock), [ctrl(Key::H)], in_document }
    MoveEarlier { Edit, word::MOVE_EARLIER, None, [keys(SHIFT_ALT, Key::ArrowUp)], can_move }
    MoveLater { Edit, word::MOVE_LATER, None, [keys(SHIFT_ALT, Key::ArrowDown)], can_move }
    Remove { Edit, word::REMOVE, None, [ctrl_shift(Key::Delete)], is_thing_selected }
    ToggleLock { Edit, word::TOGGLE_LOCK, None, [ctrl(Key::L)], has_lock }
    RankByGut { Edit, word::RANK_BY_GUT, None, [], has_open_team_shown }

    AddOption { Add, word::ADD_OPTION, Some(Icon::Plus), [ctrl_shift(Key::O)], in_document }
    AddCriterion { Add, word::ADD_CRITERION, Some(Icon::Plus), [ctrl_shift(Key::C)], in_document }
    AddGroup { Add, word::ADD_GROUP, Some(Icon::Plus), [ctrl_shift(Key::G)], in_document }
    AddTeam { Add, word::ADD_TEAM, Some(Icon::Plus), [ctrl_shift(Key::T)], in_document }
    AddSource { Add, word::ADD_SOURCE, Some(Icon::Plus), [ctrl_shift(Key::E)], in_document }
    AddAssumption { Add, word::ADD_ASSUMPTION, Some(Icon::Plus), [ctrl_shift(Key::A)], in_document }
    DuplicateTeam { Add, word::DUPLICATE_TEAM, None, [], has_open_team }

    ToggleInspector { View, word::TOGGLE_INSPECTOR, Some(Icon::Panel), [ctrl(Key::I)], in_document }
    OrderByRank { View, word::ORDER_BY_RANK, None, [], in_document }
    OrderAsEntered { View, word::ORDER_AS_ENTERED, None, [], in_document }
    RankNow { View, word::RANK_NOW, None, [ctrl(Key::R)], in_document }
    ShowWeakEvidence { View, word::SHOW_WEAK_EVIDENCE, None, [], is_middle_weak }
    NextFinding { View, word::NEXT_FINDING, None, [keys(Modifiers::NONE, Key::F8)], has_findings }
    ZoomIn { View, word::ZOOM_IN, None, [ctrl(Key::Plus), ctrl(Key::Equals)], always }
    ZoomOut { View, word::ZOOM_OUT, None, [ctrl(Key::Minus)], always }
    ZoomReset { View, word::ZOOM_RESET, None, [ctrl(Key::Num0)], always }
    FollowSystemTheme { View, word::SYSTEM_THEME, None, [], always }
    UseLightTheme { View, word::LIGHT_THEME, None, [], always }
    UseDarkTheme { View, word::DARK_THEME, None, [], always }

    Palette { Help, word::PALETTE, Some(Icon::Search), [ctrl(Key::K)], always }
    Keys { Help, word::KEY_SHEET, None, [keys(Modifiers::NONE, Key::F1)], always }
}

impl Command {
    /// Every command: menu by menu, the stages first among what can be viewed.
    pub fn all() -> impl Iterator<Item = Self> {
        Menu::ALL.into_iter().flat_map(Self::of)
    }

    /// The commands of a menu.
    pub fn of(menu: Menu) -> impl Iterator<Item = Self> {
        let stages = Stage::ALL.iter().map(|stage| Self::Show(*stage));
        let all = stages.chain(LISTED.iter().copied());
        all.filter(move |command| command.entry().menu == menu)
    }
}

fn showing(stage: Stage) -> Entry {
    let row = stage.row();
    let (name, tooltip) = row.words;
    Entry {
        menu: Menu::View,
        name,
        tooltip,
        icon: Some(row.icon),
        shortcuts: row.shortcuts,
        is_enabled: in_document,
    }
}

fn always(_: CommandContext) -> bool {
    true
}

fn in_document(context: CommandContext) -> bool {
    context.session.is_some()
}

/// A team is chosen that isn't sealed.
fn has_open_team(context: CommandContext) -> bool {
    context.session.is_some_and(|session| session.chosen_team().is_some())
}

/// A team is shown that isn't sealed, and there are options to rank.
fn has_open_team_shown(context: CommandContext) -> bool {
    context.session.is_some_and(|session| {
        let scenario = session.scenario();
        session.weighting.open_team(scenario).is_some() && !scenario.options.is_empty()
    })
}

fn is_changed(context: CommandContext) -> bool {
    context.session.is_some_and(Session::is_changed)
}

fn is_changed_on_disk(context: CommandContext) -> bool {
    context.session.is_some() && context.on_disk == OnDisk::Changed
}

fn can_undo(context: CommandContext) -> bool {
    context.session.is_some_and(|session| session.undo_name().is_some())
}

fn can_redo(context: CommandContext) -> bool {
    context.session.is_some_and(|session| session.redo_name().is_some())
}

fn has_findings(context: CommandContext) -> bool {
    let findings = context.session.map(|session| session.ask(&Findings));
    findings.is_some_and(|answer| answer.last().is_some_and(|findings| !findings.is_empty()))
}

/// So much evidence is weak that a sign for all of it says little.
fn is_middle_weak(context: CommandContext) -> bool {
    context.session.is_some_and(|session| {
        let gaps = session.ask(&GapsOf(session.weighting.clone()));
        gaps.last().is_some_and(|gaps| gaps.middle.is_some_and(Grade::is_weak))
    })
}

/// A thing of a list is selected, not a cell.
fn is_thing_selected(context: CommandContext) -> bool {
    context.session.is_some_and(|session| {
        !matches!(session.selection, Selection::Nothing | Selection::Cell(..))
    })
}

/// What is selected stands in an order of its own.
fn can_move(context: CommandContext) -> bool {
    is_thing_selected(context)
        && context.session.is_some_and(|session| !matches!(session.selection, Selection::Source(_)))
}

fn has_lock(context: CommandContext) -> bool {
    context.session.is_some_and(|session| session.lockable().is_some())
}
