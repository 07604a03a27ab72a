//! The rows of the table.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Command, Entry, Menu};
use crate::evaluation::Weighting;
use crate::model::{Alternative, Criterion, Group};
use crate::session::results::Findings;
use crate::session::{Selection, Session};
use crate::text::command as word;

const SHIFT_COMMAND: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const SHIFT_ALT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn command(key: Key) -> KeyboardShortcut {
    keys(Modifiers::COMMAND, key)
}

/// A row: its command and menu, name and tooltip, shortcuts, and when it is enabled.
const fn row(
    (command, menu): (Command, Menu),
    (name, tooltip): (&'static str, &'static str),
    shortcuts: &'static [KeyboardShortcut],
    is_enabled: fn(Option<&Session>) -> bool,
) -> Entry {
    Entry { command, menu, name, tooltip, shortcuts, is_enabled }
}

/// The table, in the order of the menus.
pub const ENTRIES: &[Entry] = &[
    row((Command::New, Menu::File), word::NEW, &[command(Key::N)], always),
    row((Command::Open, Menu::File), word::OPEN, &[command(Key::O)], always),
    row((Command::Save, Menu::File), word::SAVE, &[command(Key::S)], in_document),
    row((Command::SaveAs, Menu::File), word::SAVE_AS, &[keys(SHIFT_COMMAND, Key::S)], in_document),
    row((Command::SaveCopy, Menu::File), word::SAVE_COPY, &[], in_document),
    row((Command::Revert, Menu::File), word::REVERT, &[], is_changed),
    row(
        (Command::CloseDocument, Menu::File),
        word::CLOSE_DOCUMENT,
        &[command(Key::W)],
        in_document,
    ),
    row((Command::Quit, Menu::File), word::QUIT, &[command(Key::Q)], always),
    row((Command::Undo, Menu::Edit), word::UNDO, &[command(Key::Z)], can_undo),
    row(
        (Command::Redo, Menu::Edit),
        word::REDO,
        &[command(Key::Y), keys(SHIFT_COMMAND, Key::Z)],
        can_redo,
    ),
    row(
        (Command::MoveEarlier, Menu::Edit),
        word::MOVE_EARLIER,
        &[keys(SHIFT_ALT, Key::ArrowUp)],
        can_move,
    ),
    row(
        (Command::MoveLater, Menu::Edit),
        word::MOVE_LATER,
        &[keys(SHIFT_ALT, Key::ArrowDown)],
        can_move,
    ),
    row(
        (Command::Remove, Menu::Edit),
        word::REMOVE,
        &[keys(SHIFT_COMMAND, Key::Delete)],
        is_thing_selected,
    ),
    row(
        (Command::ToggleLock, Menu::Edit),
        word::TOGGLE_LOCK,
        &[command(Key::L)],
        is_weighed_thing_selected,
    ),
    row(
        (Command::AddOption, Menu::Add),
        word::ADD_OPTION,
        &[keys(SHIFT_COMMAND, Key::O)],
        in_document,
    ),
    row(
        (Command::AddCriterion, Menu::Add),
        word::ADD_CRITERION,
        &[keys(SHIFT_COMMAND, Key::C)],
        in_document,
    ),
    row(
        (Command::AddGroup, Menu::Add),
        word::ADD_GROUP,
        &[keys(SHIFT_COMMAND, Key::G)],
        in_document,
    ),
    row((Command::AddTeam, Menu::Add), word::ADD_TEAM, &[keys(SHIFT_COMMAND, Key::T)], in_document),
    row(
        (Command::AddSource, Menu::Add),
        word::ADD_SOURCE,
        &[keys(SHIFT_COMMAND, Key::E)],
        in_document,
    ),
    row((Command::DuplicateTeam, Menu::Add), word::DUPLICATE_TEAM, &[], has_team),
    row(
        (Command::ShowQuestion, Menu::View),
        word::SHOW_QUESTION,
        &[command(Key::Num1)],
        in_document,
    ),
    row((Command::ShowMatrix, Menu::View), word::SHOW_MATRIX, &[command(Key::Num2)], in_document),
    row((Command::ShowWeights, Menu::View), word::SHOW_WEIGHTS, &[command(Key::Num3)], in_document),
    row((Command::ShowResult, Menu::View), word::SHOW_RESULT, &[command(Key::Num4)], in_document),
    row((Command::ShowTeams, Menu::View), word::SHOW_TEAMS, &[command(Key::Num5)], in_document),
    row((Command::ShowCompare, Menu::View), word::SHOW_COMPARE, &[command(Key::Num6)], in_document),
    row((Command::CompareFile, Menu::File), word::COMPARE_FILE, &[], in_document),
    row(
        (Command::ToggleInspector, Menu::View),
        word::TOGGLE_INSPECTOR,
        &[command(Key::I)],
        in_document,
    ),
    row((Command::OrderByRank, Menu::View), word::ORDER_BY_RANK, &[], in_document),
    row((Command::OrderAsEntered, Menu::View), word::ORDER_AS_ENTERED, &[], in_document),
    row(
        (Command::NextFinding, Menu::View),
        word::NEXT_FINDING,
        &[keys(Modifiers::NONE, Key::F8)],
        has_findings,
    ),
    row(
        (Command::ZoomIn, Menu::View),
        word::ZOOM_IN,
        &[command(Key::Plus), command(Key::Equals)],
        always,
    ),
    row((Command::ZoomOut, Menu::View), word::ZOOM_OUT, &[command(Key::Minus)], always),
    row((Command::ZoomReset, Menu::View), word::ZOOM_RESET, &[command(Key::Num0)], always),
    row((Command::FollowSystemTheme, Menu::View), word::SYSTEM_THEME, &[], always),
    row((Command::UseLightTheme, Menu::View), word::LIGHT_THEME, &[], always),
    row((Command::UseDarkTheme, Menu::View), word::DARK_THEME, &[], always),
    row((Command::Palette, Menu::Help), word::PALETTE, &[command(Key::K)], always),
    row((Command::Keys, Menu::Help), word::KEY_SHEET, &[keys(Modifiers::NONE, Key::F1)], always),
];

fn always(_: Option<&Session>) -> bool {
    true
}

fn in_document(session: Option<&Session>) -> bool {
    session.is_some()
}

/// A team is selected or shown.
fn has_team(session: Option<&Session>) -> bool {
    session.is_some_and(|session| {
        matches!(session.selection, Selection::Team(_))
            || matches!(session.weighting, Weighting::Team(_))
    })
}

fn is_changed(session: Option<&Session>) -> bool {
    session.is_some_and(Session::is_changed)
}

fn can_undo(session: Option<&Session>) -> bool {
    session.is_some_and(|session| session.undo_name().is_some())
}

fn can_redo(session: Option<&Session>) -> bool {
    session.is_some_and(|session| session.redo_name().is_some())
}

fn has_findings(session: Option<&Session>) -> bool {
    let findings = session.map(|session| session.ask(&Findings));
    findings.is_some_and(|answer| answer.last().is_some_and(|findings| !findings.is_empty()))
}

/// A thing of a list is selected, not a cell.
fn is_thing_selected(session: Option<&Session>) -> bool {
    session.is_some_and(|session| {
        !matches!(session.selection, Selection::Nothing | Selection::Cell(..))
    })
}

/// What is selected stands in an order of its own.
fn can_move(session: Option<&Session>) -> bool {
    is_thing_selected(session)
        && session.is_some_and(|session| !matches!(session.selection, Selection::Source(_)))
}

fn is_weighed_thing_selected(session: Option<&Session>) -> bool {
    session.is_some_and(|session| {
        matches!(
            session.selection,
            Selection::Criterion(_) | Selection::Group(_) | Selection::Cell(..)
        )
    })
}

/// The name of what is selected; a cell's criterion.
pub fn selected_name(session: &Session) -> Option<&str> {
    let scenario = session.scenario();
    match &session.selection {
        Selection::Nothing => None,
        Selection::Cell(_, id) | Selection::Criterion(id) => {
            scenario.criterion(id).map(Criterion::label)
        }
        Selection::Option(id) => scenario.option(id).map(Alternative::label),
        Selection::Group(id) => scenario.group(id).map(Group::label),
        Selection::Team(id) => scenario.team(id).map(|team| team.label()),
        Selection::Source(id) => scenario.sources.get(id).map(|source| source.title.as_str()),
    }
}
