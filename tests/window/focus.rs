//! Where the focus is: what is typed after a page was gone to never lands in what was worked on
//! before.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::app::Start;
use mizan::ui::{Action, Command, Stage};

use crate::desk::Desk;

/// The warm-up, the focus in the name of a team in the inspector.
fn naming_a_team() -> Desk {
    let mut desk = Desk::preset("workshop-venue");
    desk.keys(Modifiers::COMMAND, Key::Num1);
    let teams = desk.scenario().teams;
    desk.harness.get_by_role_and_label(Role::ListBoxOption, &teams[0].name).click();
    desk.harness.run();
    desk.key(Key::F2);
    desk.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    desk.harness.run();
    assert_eq!(focused(&desk), "Name");
    desk
}

fn focused(desk: &Desk) -> String {
    desk.focused().map(|(name, _)| name).unwrap_or_default()
}

/// What has the focus: another field may be called the same.
fn focused_id(desk: &Desk) -> Option<egui::Id> {
    desk.harness.ctx.memory(egui::Memory::focused)
}

/// What stands in the field of one line that has the focus, if one has.
fn typed_into(desk: &Desk) -> Option<String> {
    let mut fields = desk.harness.query_all_by_role(Role::TextInput);
    let field = fields.find(|field| field.accesskit_node().is_focused())?;
    Some(field.accesskit_node().value().unwrap_or_default())
}

fn ask(desk: &mut Desk, command: Command) {
    desk.harness.state_mut().ask(Action::Do(command));
    desk.harness.run();
}

/// The team's names, which nothing below may touch.
fn teams(desk: &Desk) -> Vec<String> {
    desk.scenario().teams.iter().map(|team| team.name.clone()).collect()
}

#[test]
fn a_document_opens_with_the_focus_in_its_first_cell() {
    for name in ["workshop-venue", "after-inherent-resolve"] {
        let mut desk = Desk::preset(name);
        let rows = desk.values("Total of");
        let option = rows[0].0.replace("Total of ", "");
        let criterion = desk.scenario().criteria[0].name.clone();
        desk.type_text("4");
        desk.key(Key::Enter);
        assert_eq!(desk.value(&format!("{option}, {criterion}")), "4", "{name}");
    }
}

#[test]
fn what_is_typed_after_a_page_was_gone_to_lands_on_that_page() {
    for stage in Stage::ALL {
        for is_by_mouse in [false, true] {
            let mut desk = naming_a_team();
            let (before, named) = (desk.scenario(), teams(&desk));
            if is_by_mouse {
                let (name, _) = stage.row().words;
                desk.harness.get_by_role_and_label(Role::Tab, name).click();
                desk.harness.run();
            } else {
                ask(&mut desk, Command::Show(*stage));
            }
            let has_focus = focused(&desk);
            desk.type_text("4");
            desk.key(Key::Enter);
            let after = desk.scenario();
            assert_eq!(teams(&desk), named, "{stage:?}");
            match stage {
                Stage::Question => {
                    assert_eq!(has_focus, "Add option…");
                    assert_eq!(after.title, before.title, "a stray key renames nothing");
                    let added = after.options.last().map(|option| option.name.clone());
                    assert_eq!(added.as_deref(), Some("4"));
                }
                Stage::Matrix => {
                    let scored = after.scores.cells().filter(|(option, criterion, score)| {
                        before.scores.get(option, criterion).map(|score| score.score)
                            != Some(score.score)
                    });
                    assert_eq!(scored.map(|(_, _, score)| score.score).collect::<Vec<_>>(), [4.0]);
                }
                _ => assert_eq!(after.title, before.title, "{stage:?}"),
            }
        }
    }
}

/// Commands that end the document or the program.
const ENDING: [Command; 5] =
    [Command::New, Command::Open, Command::CloseDocument, Command::Quit, Command::Revert];

#[test]
fn what_is_typed_after_any_command_lands_where_the_focus_is_shown() {
    for command in Command::all().filter(|command| !ENDING.contains(command)) {
        let mut desk = naming_a_team();
        let (field, team) = (focused_id(&desk), desk.scenario().teams[0].id.clone());
        let name = |desk: &Desk| desk.scenario().team(&team).map(|team| team.name.clone());
        ask(&mut desk, command);
        let (named, at) = (name(&desk), focused(&desk));
        let (is_elsewhere, is_typing) = (focused_id(&desk) != field, typed_into(&desk).is_some());
        desk.type_text("4");
        if is_elsewhere {
            assert_eq!(name(&desk), named, "{command:?}: {at}");
        }
        if is_typing {
            let text = typed_into(&desk).unwrap_or_default();
            assert!(text.contains('4'), "{command:?}: {at} holds {text:?}");
        }
    }
}

#[test]
fn the_palette_leads_to_the_matrix_and_not_back_into_the_field_before_it() {
    let mut desk = naming_a_team();
    let (named, before) = (teams(&desk), desk.scenario());
    desk.run_command("matrix");
    let has_focus = focused(&desk);
    desk.type_text("4");
    desk.key(Key::Enter);
    assert_eq!(teams(&desk), named);
    let after = desk.scenario();
    let scored = after.scores.cells().filter(|(option, criterion, score)| {
        before.scores.get(option, criterion).map(|score| score.score) != Some(score.score)
    });
    let scored: Vec<f64> = scored.map(|(_, _, score)| score.score).collect();
    assert_eq!(scored, [4.0], "{has_focus} has the focus");
}

#[test]
fn a_new_document_begins_with_its_title_and_each_key_goes_on() {
    let mut desk = Desk::open(Start::Choice);
    desk.keys(Modifiers::COMMAND, Key::N);
    desk.type_text("Bridge repair plan");
    assert_eq!(desk.scenario().title, "Bridge repair plan", "what stood there was selected");
    desk.keys(Modifiers::COMMAND, Key::Num1);
    assert_eq!(focused(&desk), "Question", "the first that is empty");
}

#[test]
fn tab_selects_what_stands_in_a_field_and_shift_tab_loses_nothing() {
    let mut desk = Desk::preset("workshop-venue");
    let cell = "Lakeside boathouse, Travel time";
    desk.harness.get_by_role_and_label(Role::GridCell, cell).click();
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::TextInput, "Low").focus();
    desk.harness.run();
    desk.key(Key::Tab);
    assert_eq!(focused(&desk), "High");
    desk.type_text("31");
    desk.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&desk), "Low");
    let value = |desk: &Desk, field: &str| {
        let node = desk.harness.get_by_role_and_label(Role::TextInput, field);
        node.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(value(&desk, "High"), "31");
    desk.type_text("12,5");
    desk.key(Key::Tab);
    assert_eq!((value(&desk, "Low").as_str(), focused(&desk).as_str()), ("12.5", "High"));
}
