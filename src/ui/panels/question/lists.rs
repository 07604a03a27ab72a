//! The scenario's things in lists: options, the tree of criteria, teams and sources.

use std::borrow::Cow;

use egui::{Id, Popup, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::adding::Adding;
use super::heading::heading_ui;
use crate::chart::parts::{self, Placing};
use crate::chart::{Frame, Scene};
use crate::look::{Hue, Mark, Measurer, Role, TypeSize, Weight, size};
use crate::model::{Assumption, Letter, NodeId, Scenario};
use crate::session::Selection;
use crate::text as words;
use crate::ui::adding::Kind;
use crate::ui::panels::assumption::{Place, SWITCH, switch_id, switch_ui};
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::{button, menu, scene, text};
use crate::ui::{Action, Command, ViewContext};

const ROW_HEIGHT: f32 = 30.0;
const INDENT: f32 = 18.0;
/// The least width of a column of lists; narrower pages have one column.
const COLUMN_WIDTH: f32 = 360.0;
const GAP: f32 = 32.0;
/// How far beyond what is seen lines are laid out.
const BEYOND: f32 = 300.0;

/// What stands before a thing's name.
enum Sign<'a> {
    Letter(&'a Letter),
    Hue(Hue),
    Mark(Mark),
    Branch,
    /// Whether it holds, to be pressed.
    Switch(&'a Assumption),
    None,
}

/// A line of a list.
struct Line<'a> {
    selection: Selection,
    sign: Sign<'a>,
    name: &'a str,
    note: Cow<'a, str>,
    depth: usize,
}

impl Line<'_> {
    /// Whether this is the id of its switch.
    fn has_switch(&self, id: Id) -> bool {
        matches!(self.sign, Sign::Switch(it) if switch_id(&it.id, Place::List) == id)
    }
}

/// A list, and what adds to it.
struct List<'a> {
    name: &'static str,
    adding: &'static [(Kind, Command)],
    lines: Vec<Line<'a>>,
}

/// Shows the lists, side by side where there is room.
pub(super) fn ui(context: ViewContext, adding: &mut Adding, ui: &mut Ui) {
    let scenario = context.session.scenario();
    let [options, criteria, assumptions, teams, sources] = lists(scenario);
    let columns = if ui.available_width() >= 2.0 * COLUMN_WIDTH + GAP { 2 } else { 1 };
    let width = (ui.available_width() - 12.0 - GAP * (columns - 1) as f32) / columns as f32;
    let mut show = |lists: &[List], ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            for list in lists {
                list_ui(context, list, adding, ui);
            }
        });
    };
    if columns == 2 {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            show(&[options, teams], ui);
            show(&[criteria, assumptions, sources], ui);
        });
    } else {
        show(&[options, criteria, assumptions, teams, sources], ui);
    }
}

/// Options, criteria, assumptions, teams and sources.
fn lists(scenario: &Scenario) -> [List<'_>; 5] {
    let list = |name, adding, lines| List { name, adding, lines };
    [
        list(words::fields::OPTIONS, &[(Kind::Option, Command::AddOption)], options(scenario)),
        list(
            words::fields::CRITERIA,
            &[(Kind::Criterion, Command::AddCriterion), (Kind::Group, Command::AddGroup)],
            criteria(scenario),
        ),
        list(
            words::fields::ASSUMPTIONS,
            &[(Kind::Assumption, Command::AddAssumption)],
            assumptions(scenario),
        ),
        list(words::fields::TEAMS, &[(Kind::Team, Command::AddTeam)], teams(scenario)),
        list(words::fields::SOURCES, &[(Kind::Source, Command::AddSource)], sources(scenario)),
    ]
}

fn options(scenario: &Scenario) -> Vec<Line<'_>> {
    let line = |option: &'_ crate::model::Alternative| Selection::Option(option.id.clone());
    let options = scenario.options.iter();
    options
        .map(|option| Line {
            selection: line(option),
            sign: Sign::Letter(&option.letter),
            name: &option.name,
            note: (&option.note).into(),
            depth: 0,
        })
        .collect()
}

fn assumptions(scenario: &Scenario) -> Vec<Line<'_>> {
    let assumptions = scenario.assumptions.iter();
    assumptions
        .map(|assumption| Line {
            selection: Selection::Assumption(assumption.id.clone()),
            sign: Sign::Switch(assumption),
            name: &assumption.name,
            note: (&assumption.note).into(),
            depth: 0,
        })
        .collect()
}

fn teams(scenario: &Scenario) -> Vec<Line<'_>> {
    let teams = scenario.teams.iter();
    let line = |team: &'_ crate::model::Team| Selection::Team(team.id.clone());
    teams
        .map(|team| Line {
            selection: line(team),
            sign: Sign::Mark(Mark::of(team.mark.number())),
            name: &team.name,
            note: (&team.note).into(),
            depth: 0,
        })
        .collect()
}

fn sources(scenario: &Scenario) -> Vec<Line<'_>> {
    let sources = scenario.sources.iter();
    sources
        .map(|(id, source)| Line {
            selection: Selection::Source(id.clone()),
            sign: Sign::None,
            name: &source.title,
            note: (&source.publisher).into(),
            depth: 0,
        })
        .collect()
}

/// The tree, groups before criteria among siblings, empty groups included.
fn criteria(scenario: &Scenario) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    branch(scenario, None, 0, &mut lines);
    lines
}

fn branch<'a>(
    scenario: &'a Scenario,
    parent: Option<&NodeId>,
    depth: usize,
    lines: &mut Vec<Line<'a>>,
) {
    for group in scenario.groups.iter().filter(|group| group.group.as_ref() == parent) {
        let selection = Selection::Group(group.id.clone());
        lines.push(Line {
            selection,
            sign: Sign::Branch,
            name: &group.name,
            note: (&group.note).into(),
            depth,
        });
        branch(scenario, Some(&group.id), depth + 1, lines);
    }
    for criterion in scenario.criteria.iter().filter(|criterion| criterion.group.as_ref() == parent)
    {
        let selection = Selection::Criterion(criterion.id.clone());
        let sign = Sign::Hue(Hue::of(criterion.hue.number()));
        lines.push(Line {
            selection,
            sign,
            name: &criterion.name,
            note: criterion_note(criterion).into(),
            depth,
        });
    }
}

/// What a criterion is about, and what the ends of its scale mean.
fn criterion_note(criterion: &crate::model::Criterion) -> String {
    let anchors = criterion
        .labels
        .iter()
        .map(|(at, meaning)| format!("{} {meaning}", crate::text::plain(*at)));
    std::iter::once(criterion.note.clone())
        .filter(|note| !note.is_empty())
        .chain(anchors)
        .collect::<Vec<_>>()
        .join(" · ")
}

fn list_ui(context: ViewContext, list: &List, adding: &mut Adding, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    heading_ui(list.name, ui);
    if list.lines.is_empty() {
        ui.label(egui::RichText::new(words::question::NOTHING_YET).small().weak());
    }
    for line in &list.lines {
        let id = line_id(line);
        let top = ui.cursor().min;
        let near = Rect::from_min_size(top, vec2(1.0, ROW_HEIGHT)).expand2(vec2(0.0, BEYOND));
        // Lines near what is seen are there, too: Tab goes on to them, and they come into view.
        let focused = ui.memory(egui::Memory::focused);
        let has_focus = focused.is_some_and(|focused| focused == id || line.has_switch(focused));
        if ui.is_rect_visible(near) || has_focus {
            line_ui(context, line, id, ui);
        } else {
            ui.allocate_space(vec2(ui.available_width(), ROW_HEIGHT));
        }
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    for adds in list.adding {
        adding.ui(context, *adds, ui);
    }
    ui.add_space(18.0);
}

fn line_id(line: &Line) -> Id {
    Id::unique(("list line", &line.selection))
}

/// A line: a click shows it in the inspector, a second one goes to its name, the other button opens
/// its menu.
fn line_ui(context: ViewContext, line: &Line, id: Id, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    let is_selected = context.session.selection == line.selection;
    if is_selected || response.hovered() {
        let ground = if is_selected { Role::LeadTint } else { Role::Hover };
        ui.painter().rect_filled(rect, corners(size::CONTROL_RADIUS), theme.colour(ground));
    }
    if let Sign::Switch(assumption) = line.sign {
        let switch = Rect::from_min_size(rect.min + vec2(6.0, 3.0), vec2(SWITCH, 24.0));
        let mut beside = ui.new_child(UiBuilder::new().max_rect(switch));
        switch_ui(context, assumption, Place::List, &mut beside);
    }
    let is_cut = paint_line(context.measurer, line, rect, ui);
    button::focus_ring(ui, theme, &response);
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::ListBoxOption, true, is_selected, line.name)
    });
    choose(context, &line.selection, &response, ui);
    Popup::context_menu(&response).show(|ui| {
        ui.set_min_width(200.0);
        for command in [Command::MoveEarlier, Command::MoveLater, Command::Remove] {
            menu::entry_ui(context.window(), command, ui);
        }
    });
    if is_cut || !line.note.is_empty() {
        response.on_hover_text(format!("{}\n{}", line.name, line.note).trim_end());
    }
}

/// Paints a line's sign, name, and as much of its note as there is room for; says whether the name
/// is cut.
fn paint_line(measurer: &Measurer, line: &Line, rect: Rect, ui: &Ui) -> bool {
    let theme = Theme::of(ui.ctx());
    let left = rect.left() + 8.0 + INDENT * line.depth as f32;
    let indent = sign(measurer, &line.sign, pos2(left, rect.center().y), ui);
    let set =
        |weight, role| text::Type { size: TypeSize::Body, weight, colour: theme.colour(role) };
    let weight = if matches!(line.sign, Sign::Branch) { Weight::SemiBold } else { Weight::Medium };
    let name = text::layout(
        ui.painter(),
        line.name,
        set(weight, Role::Ink),
        rect.right() - left - indent - 8.0,
        1,
    );
    text::place(ui.painter(), pos2(left + indent, rect.center().y - name.size().y / 2.0), &name);
    let room = rect.right() - left - indent - name.size().x - 20.0;
    if !line.note.is_empty() && room > 60.0 {
        let set = text::Type {
            size: TypeSize::Note,
            weight: Weight::Regular,
            colour: theme.colour(Role::Ink3),
        };
        let note = text::layout(ui.painter(), &line.note, set, room, 1);
        text::place(
            ui.painter(),
            pos2(left + indent + name.size().x + 12.0, rect.center().y - note.size().y / 2.0),
            &note,
        );
    }
    name.elided
}

/// Does what a click or Enter on a line asks for.
fn choose(context: ViewContext, selection: &Selection, response: &Response, ui: &Ui) {
    if response.double_clicked() {
        context.queue.push(Action::Inspect(selection.clone()));
    } else if response.clicked() || response.secondary_clicked() {
        // A click gives a painted line no focus, and keys are to go on from here.
        response.request_focus();
        // A line that Enter chose is gone on with in its name.
        let by_keyboard =
            response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        context.queue.push(if by_keyboard {
            Action::Inspect(selection.clone())
        } else {
            Action::Select(selection.clone())
        });
    }
}

/// Paints what stands before a name; gives the room that it takes.
fn sign(measurer: &Measurer, sign: &Sign, at: egui::Pos2, ui: &Ui) -> f32 {
    let frame = Frame::screen(ROW_HEIGHT, measurer);
    let mut drawn = Scene::default();
    let room = match sign {
        Sign::Letter(letter) => {
            parts::badge(frame, &mut drawn, [10.0, 0.0], letter, Placing::Other);
            30.0
        }
        Sign::Hue(hue) => {
            parts::swatch(frame, &mut drawn, [0.0, 0.0], *hue);
            14.0
        }
        Sign::Mark(mark) => {
            drawn.mark(*mark, [6.0, 0.0], 11.0, Role::Team(*mark));
            22.0
        }
        Sign::Switch(_) => SWITCH + 4.0,
        Sign::Branch | Sign::None => 0.0,
    };
    scene::paint(ui.painter(), Theme::of(ui.ctx()), at, &drawn);
    room
}
