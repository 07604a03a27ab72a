//! How teams came to where they are: their ranking by gut beside the model's, and how they moved
//! from round to round.

use std::sync::Arc;

use egui::{Id, Ui};

use super::page::{Page, SCROLL_BAR, TeamsPanel, Then, note_ui};
use super::side_by_side::{first_places, team_of};
use crate::chart::{Frame, gut_table, round_table};
use crate::evaluation::Weighting;
use crate::model::TeamId;
use crate::session::results::{Known, ThenAndNow, ThenAndNowOf};
use crate::text::{self, then_and_now as words};
use crate::ui::Action;
use crate::ui::panels::title;
use crate::ui::widgets::kept::Same;
use crate::ui::widgets::scene;

fn known(page: Page) -> Option<Known<ThenAndNow>> {
    page.context.session.ask(&ThenAndNowOf).last().cloned()
}

/// Whether there is anything of then.
pub(super) fn is_there(page: Page) -> bool {
    let scenario = page.context.session.scenario();
    let ranked = scenario.open_teams().any(|team| !team.judged().gut_ranking.is_empty());
    ranked || !scenario.rounds.is_empty()
}

/// What the last round moved, else whether guts are borne out.
pub(super) fn heading(page: Page) -> (String, String) {
    let Some(known) = known(page) else {
        return (first_places(page), text::updating::BEING_COMPUTED.to_owned());
    };
    let scenario = known.scenario();
    match known.rounds.last() {
        Some(last) => (words::rounds_heading(last), words::ROUNDS_NOTE.to_owned()),
        None => (words::gut_heading(scenario, &known.gut), words::GUT_NOTE.to_owned()),
    }
}

impl TeamsPanel {
    pub(super) fn then_and_now_ui(&mut self, page: Page, ui: &mut Ui) {
        let Some(known) = known(page) else { return };
        ui.set_max_width(ui.available_width() - SCROLL_BAR);
        let frame = Frame::screen(ui.available_width(), page.context.measurer);
        let key = (
            Same(Arc::clone(&known.result)),
            page.followed.cloned(),
            frame.width.to_bits(),
            frame.measurer.faces_found(),
        );
        let charts = self.then.get(key, || built(frame, &known, page.followed));
        let mut pointed = scene::Pointed::default();
        if let Some(chart) = &charts.gut {
            title::ui(&chart.heading, words::GUT_NOTE, ui);
            pointed = scene::ui(Id::unique("gut"), chart, ui);
            ui.add_space(20.0);
        }
        // The newest first, as it is that which is talked about.
        for (place, (name, chart)) in charts.rounds.iter().enumerate().rev() {
            title::ui(name, words::ROUNDS_NOTE, ui);
            if chart.parts.is_empty() {
                note_ui(words::NO_TEAM_IN_BOTH, ui);
                continue;
            }
            let of_round = scene::ui(Id::unique(("round", place)), chart, ui);
            pointed.hovered = pointed.hovered.or(of_round.hovered);
            pointed.clicked = pointed.clicked.or(of_round.clicked);
            ui.add_space(20.0);
        }
        self.hovered = team_of(pointed.hovered);
        if let Some(team) = team_of(pointed.clicked) {
            page.context.queue.push(Action::Show(Weighting::Team(team)));
        }
    }
}

fn built(frame: Frame, known: &Known<ThenAndNow>, followed: Option<&TeamId>) -> Then {
    let scenario = known.scenario();
    let is_ranked = !known.gut.is_empty();
    let rounds = known
        .rounds
        .iter()
        .map(|round| (words::from_to(round), round_table(frame, scenario, round, followed)));
    Then {
        gut: is_ranked.then(|| gut_table(frame, scenario, &known.gut, followed)),
        rounds: rounds.collect(),
    }
}
