//! What people and panels may ask of the window: no command, dialog, list or file that comes of it
//! tells what is sealed.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mizan::model::{Edit, Elicitation, Judgement};
use mizan::session::Selection;
use mizan::store;
use mizan::ui::action::FirstWeights;
use mizan::ui::command::{CommandContext, OnDisk};
use mizan::ui::{Action, Command, Stage};

use crate::desk::Desk;
use crate::document::{Behind, SEALED, document};
use crate::edits::{node, option, team};
use crate::twins::{Twins, selections, step, touch};

/// Every command with every thing selected: what it does, refuses, names or asks.
#[test]
fn no_command_tells_what_is_sealed() {
    let mut twins = Twins::open(Behind::Unlike);
    let before = twins.scenarios();
    let commands = [
        Command::MoveEarlier,
        Command::MoveLater,
        Command::Remove,
        Command::ToggleLock,
        Command::DuplicateTeam,
        Command::Revert,
    ];
    for selection in selections() {
        for command in commands {
            let name = format!("{command:?} of {selection:?}");
            twins.ask(&[Action::Select(selection.clone()), Action::Do(command)]);
            twins.look(&name);
            if twins.desks[0].is_changed() {
                twins.run(Command::Undo);
                twins.look(&format!("{name}, taken back"));
            }
            assert!(twins.scenarios() == before, "{name}");
        }
    }
}

#[test]
fn no_dialog_tells_what_is_sealed() {
    let mut twins = Twins::open(Behind::Alike);
    twins.ask(&[Action::Select(Selection::Team(team("finance")))]);
    let dialogs = [
        Command::AddOption,
        Command::AddCriterion,
        Command::AddGroup,
        Command::AddTeam,
        Command::AddSource,
        Command::Palette,
        Command::Keys,
    ];
    for command in dialogs {
        twins.run(command);
        twins.look(&format!("{command:?}"));
        twins.both(|desk| desk.key(Key::Escape));
    }
    twins.ask(&[step(&Edit::Title("Another".to_owned()), "title", 0)]);
    for command in [Command::Quit, Command::CloseDocument, Command::New] {
        twins.run(command);
        assert!(twins.look(&format!("{command:?}")).says("There are unsaved changes"));
        twins.both(|desk| desk.answer("Cancel"));
    }
}

/// Against another version of the file, in which other things are sealed.
#[test]
fn comparing_with_another_version_tells_nothing_of_what_is_sealed_in_either() {
    let mut twins = Twins::open(Behind::Unlike);
    let mut version = document(Behind::Telling);
    for edit in [
        Edit::Title("Where to sit".to_owned()),
        Edit::Notes("Another note.".to_owned()),
        Edit::RemoveTeam(team("late")),
        Edit::MoveOption(option("loft"), 0),
    ] {
        version = version.edited(&edit).unwrap();
    }
    let path = twins.file("version.mizan.ron", &store::to_text(&version).unwrap());
    twins.run(Command::CompareFile);
    twins.look("asked for a file");
    twins.both(|desk| desk.enter_path(&path));
    assert!(twins.look("compared").says("version.mizan.ron"));
    twins.look_at_stages("compared");
    let before = twins.scenarios();
    let count = twins.desks[0].harness.query_all_by_label_contains("Take over: ").count();
    assert!(count > 2, "{count} differences are listed");
    for place in 0..count {
        twins.both(|desk| {
            let buttons = desk.harness.get_all_by_label_contains("Take over: ");
            buttons.into_iter().nth(place).unwrap().click_accesskit();
            desk.harness.run();
        });
        twins.look(&format!("difference {place} taken over"));
        if twins.desks[0].is_changed() {
            twins.run(Command::Undo);
        }
        assert!(twins.scenarios() == before);
    }
}

#[test]
fn a_sealed_team_is_not_duplicated_and_an_open_one_is() {
    let mut twins = Twins::open(Behind::Alike);
    for (id, is_enabled) in [("finance", false), ("guests", true)] {
        twins.ask(&[Action::Select(Selection::Team(team(id)))]);
        let session = twins.desks[0].harness.state().session.as_ref();
        assert_eq!(
            Command::DuplicateTeam.is_enabled(CommandContext { session, on_disk: OnDisk::AsKnown }),
            is_enabled,
            "{id}"
        );
    }
}

#[test]
fn a_refusal_calls_sealed_teams_by_name() {
    let document = document(Behind::Telling);
    let refused =
        |edit: &Edit| mizan::text::refusal(&document, &document.edited(edit).unwrap_err());
    assert_eq!(
        refused(&Edit::RemoveTeam(team("finance"))),
        "Not done: team “The Treasury” is sealed until the round is opened, and this could change \
         its record. Nothing was changed."
    );
    let all = refused(&Edit::RemoveOption(option("hall")));
    assert!(SEALED.iter().all(|(id, name)| all.contains(name) && !all.contains(id)), "{all}");
}

/// What the page of the weights asks for, were it to show a sealed team.
#[test]
fn no_wish_to_weigh_for_a_sealed_team_tells_what_it_weighs() {
    let mut twins = Twins::open(Behind::Unlike);
    let before = twins.scenarios();
    for (count, (id, _)) in SEALED.into_iter().enumerate() {
        let (team, node, touch) = (team(id), node("place"), touch(count));
        let elicitation = Elicitation::Swing(Vec::new());
        let judgement = Judgement { elicitation, ..Judgement::default() };
        let wishes = [
            Action::Weigh { team: team.clone(), node: node.clone(), weight: 3.0, touch },
            Action::Share { team: team.clone(), node: node.clone(), share: 0.5, touch },
            Action::Unweigh { team: team.clone(), node: node.clone(), touch },
        ];
        let first = [FirstWeights::One(node, 3.0), FirstWeights::Alike, FirstWeights::Nothing];
        let anew = |with| {
            let (team, like) = (team.clone(), judgement.clone());
            Action::WeighAnew { team, like, with, touch }
        };
        let wishes = wishes.into_iter().chain(first.map(anew));
        for wish in wishes {
            twins.ask(&[Action::Do(Command::Show(Stage::Weights)), wish.clone()]);
            twins.look(&format!("{wish:?}"));
        }
        twins.both(|desk| desk.key(Key::Enter));
        twins.look("begun in another way");
        twins.both(|desk| desk.key(Key::Escape));
        assert!(twins.scenarios() == before, "{id}");
    }
}

#[test]
fn no_list_that_opens_tells_what_is_sealed() {
    let mut twins = Twins::open(Behind::Unlike);
    twins.both(|desk| press(desk, Role::Button, " to check"));
    assert!(twins.look("findings").says("The weights from Latecomers are still to come"));
    twins.both(|desk| desk.key(Key::Escape));
    twins.run(Command::Show(Stage::Compare));
    for side in ["Left side", "Right side"] {
        let closed = twins.look("closed");
        twins.both(|desk| press(desk, Role::ComboBox, side));
        let open = twins.look(side);
        assert!(open.count("Guests") > closed.count("Guests"), "{side}");
        assert_eq!(open.count("The Treasury"), closed.count("The Treasury"), "{side}");
        twins.both(|desk| desk.key(Key::Escape));
    }
}

#[test]
fn saving_tells_nothing_of_what_is_sealed() {
    let mut twins = Twins::open(Behind::Unlike);
    let path = twins.file("saved.mizan.ron", "");
    twins.ask(&[step(&Edit::Title("Another".to_owned()), "title", 0)]);
    twins.both(|desk| {
        std::fs::remove_file(&path).unwrap();
        desk.harness.state().ask(Action::Do(Command::SaveAs));
        desk.harness.run();
        desk.enter_path(&path);
    });
    assert!(twins.look("saved").says("Saved to saved.mizan.ron"));
    twins.run(Command::CloseDocument);
    assert!(twins.look("closed").says("Another"), "the first page lists the file by its title");
}

/// Presses the first thing of this role whose name holds these words.
fn press(desk: &mut Desk, role: Role, words: &str) {
    let of_role = desk.harness.query_all_by_role(role);
    let named = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.contains(words))
    };
    let found = of_role.into_iter().find(named);
    found.unwrap_or_else(|| panic!("nothing is called {words}")).click();
    desk.harness.run();
}
