//! The palette: every command, and every thing of the document, by its name.

use egui::{Button, Id, Key, Modifiers, Ui};

use super::{Reply, list_ui};
use crate::model::Scenario;
use crate::session::{Selection, Session};
use crate::text;
use crate::ui::command::{Command, CommandContext};
use crate::ui::typeset::edit;

/// What was typed so far, and the line that Enter would run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteEntry {
    query: String,
    chosen: usize,
}

/// What the palette leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Command(Command),
    /// A thing of the document.
    Thing(Selection),
}

/// A line of the palette.
struct Row {
    found: Found,
    name: String,
    /// What is found too by its words, and shown in the tooltip.
    tooltip: String,
    /// What stands at its end: a command's shortcut, else what kind of thing it is.
    end: String,
}

/// Shows the palette; gives what was chosen. Its list is as high whatever is found, so that the box
/// stays where it is while one types.
pub fn palette_ui(
    context: CommandContext,
    entry: &mut PaletteEntry,
    ui: &mut Ui,
) -> Option<Reply<Found>> {
    // Taken before the field is shown, which would move its caret by them and end on Enter.
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, run) =
        (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let field = edit::Field::line(Id::unique("palette"), text::palette::HINT, ui);
    let response = edit::ui(field, &mut entry.query, ui).accessible_name(text::palette::HINT);
    // Every frame: a click on a line, or Tab, must not end the typing.
    response.request_focus();
    if response.changed() {
        entry.chosen = 0;
    }
    let rows = matching(&entry.query, rows(context, ui.ctx()));
    let last = rows.len().saturating_sub(1);
    entry.chosen =
        if down { entry.chosen + 1 } else { entry.chosen.saturating_sub(usize::from(up)) }
            .min(last);
    let entered = rows.get(entry.chosen).filter(|_| run).map(|row| Reply::Given(row.found.clone()));
    ui.spacing_mut().item_spacing.y = 2.0;
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(60.0, 420.0);
    let moved_to = (down || up).then_some(entry.chosen);
    let clicked = list_ui(height, ui, |ui| rows_ui(&rows, entry.chosen, moved_to, ui));
    entered.or_else(|| clicked.map(Reply::Given))
}

/// Shows the lines, that to which the choice moved in view; gives the one that was clicked.
fn rows_ui(rows: &[Row], chosen: usize, moved_to: Option<usize>, ui: &mut Ui) -> Option<Found> {
    let mut clicked = None;
    for (place, row) in rows.iter().enumerate() {
        let button = Button::selectable(place == chosen, &row.name)
            .shortcut_text(&row.end)
            .min_size(egui::vec2(ui.available_width(), 28.0));
        let response = ui.add(button).on_hover_text(&row.tooltip);
        if moved_to == Some(place) {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            clicked = Some(row.found.clone());
        }
    }
    if rows.is_empty() {
        ui.label(text::palette::NOTHING);
    }
    clicked
}

/// All that there is to be found: the commands that can be given, then the document's things.
fn rows(context: CommandContext, ctx: &egui::Context) -> Vec<Row> {
    let command = |command: Command| Row {
        name: command.full_name(context),
        tooltip: command.entry().tooltip.to_owned(),
        end: command.shortcut(ctx),
        found: Found::Command(command),
    };
    let enabled = Command::all().filter(|command| command.is_enabled(context)).map(command);
    let scenario = context.session.map(Session::scenario);
    enabled.chain(scenario.into_iter().flat_map(|scenario| things(scenario))).collect()
}

/// The teams, options, criteria, groups and assumptions of a document.
fn things(scenario: &Scenario) -> impl Iterator<Item = Row> {
    let row = |selection, name: &str, short: &str, kind: &str| Row {
        found: Found::Thing(selection),
        name: name.to_owned(),
        tooltip: if short == name { String::new() } else { short.to_owned() },
        end: kind.to_owned(),
    };
    let teams = scenario.teams.iter().map(move |team| {
        row(Selection::Team(team.id.clone()), &team.name, team.label(), text::palette::TEAM)
    });
    let options = scenario.options.iter().map(move |option| {
        let kind = text::palette::option(option.letter.as_str());
        row(Selection::Option(option.id.clone()), &option.name, option.label(), &kind)
    });
    let criteria = scenario.criteria.iter().map(move |criterion| {
        let selection = Selection::Criterion(criterion.id.clone());
        row(selection, &criterion.name, criterion.label(), text::palette::CRITERION)
    });
    let groups = scenario.groups.iter().map(move |group| {
        row(Selection::Group(group.id.clone()), &group.name, group.label(), text::palette::GROUP)
    });
    let assumptions = scenario.assumptions.iter().map(move |it| {
        row(Selection::Assumption(it.id.clone()), &it.name, it.label(), text::palette::ASSUMPTION)
    });
    teams.chain(options).chain(criteria).chain(groups).chain(assumptions)
}

/// The lines whose names or tooltips hold every word that was typed, names that begin with it
/// first, then those that hold it.
fn matching(query: &str, rows: Vec<Row>) -> Vec<Row> {
    let query = query.trim().to_lowercase();
    let holds = |row: &Row| {
        let text = format!("{} {} {}", row.name, row.tooltip, row.end).to_lowercase();
        query.split_whitespace().all(|word| text.contains(word))
    };
    let mut found: Vec<Row> = rows.into_iter().filter(holds).collect();
    found.sort_by_key(|row| {
        let name = row.name.to_lowercase();
        if name.starts_with(&query) {
            0
        } else if name.contains(&query) {
            1
        } else {
            2
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Alternative, Edit, Letter, OptionId};
    use crate::ui::command::OnDisk;

    fn found(query: &str, session: Option<&Session>) -> Vec<Found> {
        let rows =
            rows(CommandContext { session, on_disk: OnDisk::AsKnown }, &egui::Context::default());
        matching(query, rows).into_iter().map(|row| row.found).collect()
    }

    #[test]
    fn names_come_before_tooltips_and_what_is_disabled_is_left_out() {
        let session = Session::new(Scenario::new("a"));
        let names = |query: &str| {
            let name = |found: &Found| match found {
                Found::Command(command) => command.entry().name,
                Found::Thing(_) => "a thing",
            };
            found(query, Some(&session)).iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(names("save"), ["Save", "Save as…", "Save a copy…"], "nothing to revert");
        assert_eq!(names("ADD tea"), ["Add team…"]);
        assert_eq!(names("xyzzy"), Vec::<&str>::new());
        let context = CommandContext { session: None, on_disk: OnDisk::AsKnown };
        assert!(
            found("", None).iter().all(
                |found| matches!(found, Found::Command(command) if command.is_enabled(context))
            )
        );
    }

    #[test]
    fn a_thing_is_found_by_name_short_name_letter_and_kind() {
        let id = OptionId::new("leave").unwrap();
        let option = Alternative {
            id: id.clone(),
            name: "Complete withdrawal".to_owned(),
            short: "Leave".to_owned(),
            note: String::new(),
            letter: Letter::nth(0),
        };
        let scenario = Scenario::new("a").edited(&Edit::AddOption(option, 0)).unwrap();
        let session = Session::new(scenario);
        for query in ["complete", "leave", "withdrawal option a"] {
            let thing = Found::Thing(Selection::Option(id.clone()));
            assert!(found(query, Some(&session)).contains(&thing), "{query}");
        }
    }
}
