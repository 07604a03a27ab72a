//! The tones of options: the leader in its own, the others in greys by their place.

use crate::analysis::Ranking;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Point, Scene};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Alternative, Scenario};

/// A tone of a document's options, for one ranking.
pub struct Tones<'a> {
    scenario: &'a Scenario,
    tones: Vec<Tone>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    Lead,
    First,
    Second,
    Later,
}

impl<'a> Tones<'a> {
    /// Those that are first lead; the next has the darkest grey.
    pub fn new(scenario: &'a Scenario, ranking: &Ranking) -> Self {
        let mut tones = vec![Tone::Later; scenario.options.len()];
        let winners: Vec<usize> = ranking.winners().map(|winner| winner.option).collect();
        let others =
            ranking.ranked.iter().map(|ranked| ranked.option).filter(|it| !winners.contains(it));
        let greys = others.zip([Tone::First, Tone::Second]);
        for (option, tone) in winners.iter().map(|it| (*it, Tone::Lead)).chain(greys) {
            tones.get_mut(option).into_iter().for_each(|slot| *slot = tone);
        }
        Self { scenario, tones }
    }

    /// Greys alone, where who leads is known of another state of the document.
    pub fn greys(scenario: &'a Scenario) -> Self {
        Self { scenario, tones: Vec::new() }
    }

    fn tone(&self, option: usize) -> Tone {
        self.tones.get(option).copied().unwrap_or(Tone::Later)
    }

    pub(super) fn option(&self, index: usize) -> Option<&'a Alternative> {
        self.scenario.options.get(index)
    }

    /// The ground of an option.
    pub(super) fn ground(&self, option: usize) -> Role {
        match self.tone(option) {
            Tone::Lead => Role::Lead,
            Tone::First => Role::OptionTone,
            Tone::Second => Role::OptionTone2,
            Tone::Later => Role::OptionTone3,
        }
    }

    /// What is written on it.
    pub(super) fn ink(&self, option: usize) -> Role {
        if self.tone(option) == Tone::Lead { Role::OnLead } else { Role::Ink }
    }

    fn has_edge(&self, option: usize) -> bool {
        matches!(self.tone(option), Tone::Second | Tone::Later)
    }

    /// Fills an area with an option's tone, and writes its name into it, its letter where there is
    /// no room, or nothing.
    pub(super) fn area(&self, frame: Frame, scene: &mut Scene, area: Area, option: usize) {
        self.plain_area(frame, scene, area, option);
        let Some(about) = self.option(option) else { return };
        let set = Set::new(TypeSize::Body, Weight::SemiBold, self.ink(option));
        let room = area.width - frame.length(16.0);
        let words = [about.label(), about.letter.as_str()];
        let Some(words) = words.into_iter().find(|words| frame.width_of(words, set) <= room) else {
            return;
        };
        let (at, side) = if words == about.letter.as_str() {
            (area.middle(), Side::Middle)
        } else {
            ([area.left + frame.length(12.0), area.middle()[1]], Side::Start)
        };
        frame.text(scene, (at, side), words, set, f32::INFINITY);
    }

    /// Fills an area with an option's tone.
    pub(super) fn plain_area(&self, frame: Frame, scene: &mut Scene, area: Area, option: usize) {
        scene.fill(area, self.ground(option));
        if self.has_edge(option) && area.width > 0.0 {
            scene.edge(area, 0.0, frame.stroke(size::RULE_STROKE, Role::OptionEdge));
        }
    }

    /// A dot of an option's tone.
    pub(super) fn dot(
        &self,
        frame: Frame,
        scene: &mut Scene,
        centre: Point,
        diameter: f32,
        option: usize,
    ) {
        let edge = if self.has_edge(option) { Role::OptionEdge } else { self.ground(option) };
        scene.mark(Mark::Circle, centre, diameter, edge);
        let inner = diameter - 2.0 * frame.length(size::RULE_STROKE);
        scene.mark(Mark::Circle, centre, inner, self.ground(option));
    }
}
