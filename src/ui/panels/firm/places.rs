//! Places in twenty weightings: which are drawn, whether weak evidence is widened, and what comes
//! of it.

use egui::{Id, Ui};

use super::page::{Page, note_ui};
use crate::analysis::Doubt;
use crate::chart::{Frame, place_table};
use crate::evaluation::{Drawn, PLACES, Placed, Trial};
use crate::look::{Role, size};
use crate::model::{Alternative, OptionId, Scenario};
use crate::session::results::{Found, Known, PlacesOf};
use crate::text::{self, firm as words};
use crate::ui::panels::title;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::widgets::scene;

/// So many options are listed where there are too many for a table.
const MOST_LISTED: usize = 12;

/// What is drawn.
pub(super) struct Asked {
    pub drawn: Drawn,
    pub doubt: Doubt,
    pub trial: Option<Trial>,
}

impl Asked {
    /// The last answer to it; else to the shares as they are.
    fn answer(&self, page: Page, doubt: Doubt) -> Option<Known<Found<Placed>>> {
        let ask = |trial| {
            let weighting = page.context.session.weighting.clone();
            let asked = PlacesOf { weighting, trial, drawn: self.drawn, doubt };
            page.context.session.ask(&asked).last().cloned()
        };
        // What is drawn from anywhere hangs on no share.
        let trial = self.trial.filter(|_| matches!(self.drawn, Drawn::Near | Drawn::Order));
        ask(trial).or_else(|| trial.and_then(|_| ask(None)))
    }
}

pub(super) fn ui(page: Page, asked: &mut Asked, ui: &mut Ui) {
    title::ui(words::PLACES_IN_20, "", ui);
    drawn_ui(asked, ui);
    ui.add_space(8.0);
    let known = asked.answer(page, asked.doubt);
    let found = known.as_ref().and_then(|known| Some((known.scenario(), known.0.as_ref()?)));
    let Some((scenario, placed)) = found else {
        note_ui(text::updating::BEING_COMPUTED, ui);
        return widen_ui(page, asked, ui);
    };
    if placed.places.is_empty() {
        listed_ui(scenario, placed, ui);
    } else {
        let tones = page.tones(scenario);
        let frame = Frame::screen(ui.available_width(), page.context.measurer);
        let table = place_table(frame, scenario, placed, &tones);
        scene::ui(Id::unique("places"), &table, ui);
    }
    ui.add_space(16.0);
    widen_ui(page, asked, ui);
}

/// The choice of the weightings that are drawn.
fn drawn_ui(asked: &mut Asked, ui: &mut Ui) {
    let choices = [
        (Drawn::Any, words::ANY_WEIGHTS),
        (Drawn::Near, words::NEAR_OURS),
        (Drawn::Order, words::THIS_ORDER),
        (Drawn::Teams, words::MIXES),
    ];
    let chips = choices.map(|(drawn, name)| Chip {
        id: Id::unique(("weightings drawn", drawn)),
        label: name,
        mark: None,
        is_chosen: asked.drawn == drawn,
    });
    let picked = chip::row_ui(ui, &chips, Names::All);
    if let Some((drawn, _)) = picked.and_then(|place| choices.get(place)) {
        asked.drawn = *drawn;
    }
}

/// Those that are most often first, where there are too many options for a table.
fn listed_ui(scenario: &Scenario, placed: &Placed, ui: &mut Ui) {
    let mut firsts: Vec<(&usize, &f64)> = placed.options.iter().zip(&placed.first).collect();
    firsts.sort_by(|a, b| b.1.total_cmp(a.1));
    for (option, part) in firsts.into_iter().take(MOST_LISTED).filter(|(_, part)| **part > 0.0) {
        let option = scenario.options.get(*option);
        let name = option.map_or("", Alternative::label);
        note_ui(&words::first_under(name, *part), ui);
    }
}

/// The switch that widens ranges by their grades, and what it does to who is first.
fn widen_ui(page: Page, asked: &mut Asked, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let card = egui::Frame::new()
        .fill(theme.colour(Role::Chrome))
        .corner_radius(corners(size::PANEL_RADIUS))
        .inner_margin(12);
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let mut is_on = asked.doubt == Doubt::Widened;
        if ui.checkbox(&mut is_on, words::WIDEN).changed() {
            asked.doubt = if is_on { Doubt::Widened } else { Doubt::AsGiven };
        }
        let [given, widened] =
            [Doubt::AsGiven, Doubt::Widened].map(|doubt| asked.answer(page, doubt));
        let Some((given, placed)) = given.as_ref().and_then(of_state) else { return };
        let widened = widened.as_ref().and_then(of_state);
        note_ui(&words::widened(placed.widened), ui);
        for (option, before) in firsts(page, given, placed) {
            let after = widened.and_then(|(of, placed)| count_of(of, placed, &option.id));
            let (after, name) = (after.unwrap_or(before), option.label());
            let widening = match (is_on, widened) {
                (true, Some(_)) => words::Widening::On,
                _ => words::Widening::Off,
            };
            note_ui(&words::widening_does(name, before, after, widening), ui);
        }
    });
}

/// What was drawn, with the state of the document that it is of.
fn of_state(known: &Known<Found<Placed>>) -> Option<(&Scenario, &Placed)> {
    Some((known.scenario(), known.0.as_ref()?))
}

/// How often those come first that lead as things stand, out of [`PLACES`].
fn firsts<'a>(page: Page, scenario: &'a Scenario, placed: &Placed) -> Vec<(&'a Alternative, u64)> {
    let leaders = page.leaders().into_iter();
    let of = |id: &OptionId| Some((scenario.option(id)?, count_of(scenario, placed, id)?));
    leaders.filter_map(of).collect()
}

fn count_of(scenario: &Scenario, placed: &Placed, id: &OptionId) -> Option<u64> {
    let is_it = |index: &usize| scenario.options.get(*index).is_some_and(|it| it.id == *id);
    let place = placed.options.iter().position(is_it)?;
    let counted = placed.places.get(place).and_then(|counts| counts.first().copied());
    counted.or_else(|| placed.first.get(place).map(|part| (part * PLACES as f64).round() as u64))
}

/// How often who leads comes first; none where it isn't known yet.
pub(super) fn said(page: Page, drawn: Drawn, doubt: Doubt) -> Option<String> {
    let known = Asked { drawn, doubt, trial: None }.answer(page, doubt)?;
    let (scenario, placed) = of_state(&known)?;
    let firsts = firsts(page, scenario, placed).into_iter();
    let firsts: Vec<(&str, u64)> = firsts.map(|(option, count)| (option.label(), count)).collect();
    words::first_in(&firsts, drawn, page.weights)
}
