//! The teams: their weights and rankings side by side, what it turns on and what would bring them
//! together, and how they came to where they are.

mod differ;
mod page;
mod side_by_side;
mod then_and_now;
mod turning;

use egui::{Id, Key, Modifiers, Ui};

use super::StagePanel;
use super::title::heading_ui;
use crate::evaluation::Weighting;
use crate::look::{TypeSize, size};
use crate::session::results::SideBySideOfWeighed;
use crate::text::{self as words, then_and_now as over_time, turns_on};
use crate::ui::panels::answer::last_ui;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::{Action, Command, ViewContext};
pub use page::TeamsPanel;
use page::{GAP, Page, SCROLL_BAR, TWO_COLUMNS, View, note_ui};

impl StagePanel for TeamsPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        pick_by_key(context, ui);
        self.note_shown(context);
        let Some(known) = last_ui(&context.session.ask(&SideBySideOfWeighed), ui) else { return };
        let followed = self.followed(context);
        let page = Page { context, known: &known, followed: followed.as_ref() };
        egui::ScrollArea::vertical().id_salt("teams").auto_shrink([false, false]).show(ui, |ui| {
            ui.add_space(14.0);
            if known.results.weighed.is_empty() {
                heading_ui(words::teams::none_counts(known.scenario()), TypeSize::Headline, ui);
                side_by_side::left_out_ui(page, ui);
                button::link_command_ui(context.window(), ui, Command::AddTeam);
                return;
            }
            self.head_ui(page, ui);
            match self.view {
                View::SideBySide => self.side_by_side_ui(page, ui),
                View::TurnsOn => self.turning_ui(page, ui),
                View::ThenAndNow => self.then_and_now_ui(page, ui),
            }
            ui.add_space(size::CANVAS_PADDING);
        });
    }

    fn keys(&self) -> Option<&'static str> {
        (self.view == View::TurnsOn).then_some(words::bars::TURNS_ON_KEYS)
    }
}

/// 1 to 9 show a team in the whole window, 0 the mean, where nothing lies over the page.
fn pick_by_key(context: ViewContext, ui: &Ui) {
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some())
        || egui::Popup::is_any_open(ui.ctx());
    if is_covered || ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let teams = &context.session.scenario().teams;
    let team = DIGITS.into_iter().position(pressed).and_then(|place| teams.get(place));
    if let Some(team) = team {
        context.queue.push(Action::Show(Weighting::Team(team.id.clone())));
    }
    if pressed(Key::Num0) {
        context.queue.push(Action::Show(Weighting::Mean));
    }
}

const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

impl TeamsPanel {
    /// The heading of the view with the switch of views at its right, and what is said below.
    fn head_ui(&mut self, page: Page, ui: &mut Ui) {
        let views = self.views(page);
        let chips: Vec<Chip> = views
            .iter()
            .map(|(view, name)| Chip {
                id: Id::unique(("view of teams", view)),
                label: name,
                mark: None,
                is_chosen: *view == self.view,
            })
            .collect();
        let (heading, note) = self.heading(page);
        let head_ui = |ui: &mut Ui| {
            heading_ui(&heading, TypeSize::Headline, ui);
            note_ui(&note, ui);
            side_by_side::left_out_ui(page, ui);
        };
        let room = ui.available_width() - chip::width(ui, &chips, Names::All) - GAP;
        let picked = if room < TWO_COLUMNS / 2.0 {
            head_ui(ui);
            chip::row_ui(ui, &chips, Names::All)
        } else {
            let shown = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                ui.vertical(|ui| {
                    ui.set_width(room - SCROLL_BAR);
                    head_ui(ui);
                });
                chip::row_ui(ui, &chips, Names::All)
            });
            shown.inner
        };
        if let Some((view, _)) = picked.and_then(|place| views.get(place)) {
            self.view = *view;
        }
        ui.add_space(12.0);
    }

    /// The views that the document has something for.
    fn views(&mut self, page: Page) -> Vec<(View, &'static str)> {
        let mut views =
            vec![(View::SideBySide, turns_on::SIDE_BY_SIDE), (View::TurnsOn, turns_on::TURNS_ON)];
        if then_and_now::is_there(page) {
            views.push((View::ThenAndNow, over_time::THEN_AND_NOW));
        }
        if !views.iter().any(|(view, _)| *view == self.view) {
            self.view = View::SideBySide;
        }
        views
    }

    fn heading(&self, page: Page) -> (String, String) {
        match self.view {
            View::SideBySide => {
                (side_by_side::first_places(page), words::teams::OWN_EVERYTHING.to_owned())
            }
            View::TurnsOn => turning::heading(page),
            View::ThenAndNow => then_and_now::heading(page),
        }
    }
}
