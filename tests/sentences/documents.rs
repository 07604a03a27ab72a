//! Small documents that sentences have trouble with: ties, zeros, one option, all ruled out,
//! nothing scored, teams sealed and at work, constant observed columns, equal weights, groups, names
//! that run from right to left; and the same with judgements of every kind.

use indexmap::IndexMap;
use mizan::model::{
    Alternative, Criterion, Elicitation, Goal, Group, Hue, Judged, Judgement, Letter, Mark,
    MustHave, NodeId, OptionId, Range, Scenario, Score, Seal, Team, TeamId, Timestamp,
    ValueFunction,
};

/// The awkward documents, always the same ones.
pub const COUNT: u64 = 3_000;

/// A generator of chances: xorshift64* (Vigna 2016).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..4 {
            let _ = chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33
    }

    /// Below `count`.
    pub fn pick(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    /// So many times of a hundred.
    pub fn of_hundred(&mut self, percent: usize) -> bool {
        self.pick(100) < percent
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.pick(all.len())]
    }
}

pub fn document(seed: u64) -> Scenario {
    let chance = &mut Chance::new(seed);
    let mut scenario = Scenario::new("Awkward");
    let names = if chance.of_hundred(10) { "خيار " } else { "" };
    let has_gaps = chance.of_hundred(40);
    criteria(&mut scenario, chance, names, has_gaps);
    let options = chance.one_of(&[0, 1, 1, 2, 2, 3, 3, 4, 5, 7]);
    let levels = chance.one_of(&[&[5.0][..], &[0.0, 5.0, 10.0], &[0.0, 2.5, 4.0, 6.5, 7.0, 10.0]]);
    let missing = if has_gaps { chance.one_of(&[10, 30, 70, 100]) } else { 0 };
    for index in 0..options {
        let id = OptionId::new(&format!("o{index}")).unwrap();
        for criterion in &scenario.criteria {
            if !chance.of_hundred(missing) {
                let score = Score::exact(chance.one_of(levels));
                scenario.scores.set(id.clone(), criterion.id.clone(), score);
            }
        }
        let (name, letter) = (format!("{names}O{index}"), Letter::nth(index));
        let (short, note) = (String::new(), String::new());
        scenario.options.push(Alternative { id, name, short, note, letter });
    }
    let teams = chance.one_of(&[0, 1, 1, 2, 2, 3, 4, 13]);
    for index in 0..teams {
        // So many that all are needed for a chart of its own.
        let team = if teams > 12 {
            open_team(&scenario, chance, (index, names), 0)
        } else {
            team(&scenario, chance, (index, names))
        };
        scenario.teams.push(team.into());
    }
    scenario
}

/// From where to where values run on criteria with a curve: an ideal band, a flat one, a short one.
const CURVES: [&[(f64, f64)]; 4] = [
    &[(0.0, 0.0), (5.0, 1.0), (10.0, 0.0)],
    &[(0.0, 0.5), (10.0, 0.5)],
    &[(0.0, 0.2), (4.0, 0.7), (10.0, 0.8)],
    &[(0.0, 1.0), (10.0, 0.0)],
];
/// Ends that swings were weighed for.
const ENDS: [(f64, f64); 5] = [(0.0, 10.0), (10.0, 0.0), (5.0, 5.0), (2.0, 8.0), (4.0, 5.0)];

/// The same document with judgements of other kinds, value functions and short names in places.
pub fn judged(seed: u64) -> Scenario {
    let chance = &mut Chance::new(seed ^ 0x5EED);
    let mut scenario = document(seed);
    for (index, criterion) in scenario.criteria.iter_mut().enumerate() {
        if chance.of_hundred(20) {
            criterion.short = format!("K{index}");
        }
        if chance.of_hundred(25) {
            criterion.value = ValueFunction::Piecewise(chance.one_of(&CURVES).to_vec());
        }
    }
    for place in 0..scenario.teams.len() {
        let team = scenario.teams[place].as_ref().clone();
        if let Some(mut judged) = team.opened().cloned() {
            judged.judgement = judgement(&scenario, chance, judged.judgement);
            scenario.teams[place] = team.judging(judged).into();
        }
    }
    scenario
}

/// Weights as they are, or the same numbers as points for swings, or pairs in their place.
fn judgement(scenario: &Scenario, chance: &mut Chance, before: Judgement) -> Judgement {
    let points = before.weights().map(|(id, weight)| (id.clone(), weight)).collect();
    let elicitation = match chance.pick(10) {
        0..=4 => Elicitation::Swing(points),
        5 | 6 => Elicitation::Pairwise(pairs(scenario, chance)),
        _ => return before,
    };
    let mut judgement = Judgement { elicitation, ..before };
    for criterion in &scenario.criteria {
        if chance.of_hundred(40) {
            judgement.weighed_ranges.insert(criterion.id.clone(), chance.one_of(&ENDS));
        }
    }
    judgement
}

/// All that stands at the top, compared.
fn pairs(scenario: &Scenario, chance: &mut Chance) -> Vec<(NodeId, NodeId, f64)> {
    let groups = scenario.groups.iter().filter(|group| group.group.is_none());
    let criteria = scenario.criteria.iter().filter(|criterion| criterion.group.is_none());
    let top: Vec<&NodeId> =
        groups.map(|group| &group.id).chain(criteria.map(|criterion| &criterion.id)).collect();
    let mut pairs = Vec::new();
    for (place, a) in top.iter().enumerate() {
        for b in &top[place + 1..] {
            let ratio = chance.one_of(&[1.0 / 3.0, 0.5, 1.0, 2.0, 5.0, 9.0]);
            pairs.push(((*a).clone(), (*b).clone(), ratio));
        }
    }
    pairs
}

fn node(text: &str) -> NodeId {
    NodeId::new(text).unwrap()
}

fn criteria(scenario: &mut Scenario, chance: &mut Chance, names: &str, has_gaps: bool) {
    let groups = if chance.of_hundred(30) { 1 + chance.pick(2) } else { 0 };
    for index in 0..groups {
        let (short, note) = (String::new(), String::new());
        let name = format!("{names}G{index}");
        let group = (index == 1 && chance.of_hundred(50)).then(|| node("g0"));
        scenario.groups.push(Group { id: node(&format!("g{index}")), name, short, note, group });
    }
    for index in 0..chance.one_of(&[0, 1, 1, 2, 2, 3, 3, 4, 6]) {
        let id = node(&format!("c{index}"));
        let is_observed = !has_gaps && chance.of_hundred(25);
        let must_have = chance.of_hundred(15).then(|| {
            let limit = chance.one_of(&[2.5, 5.0, 11.0]);
            if chance.of_hundred(70) { MustHave::AtLeast(limit) } else { MustHave::AtMost(limit) }
        });
        let group = (groups > 0 && chance.of_hundred(50))
            .then(|| node(&format!("g{}", chance.pick(groups))));
        scenario.criteria.push(Criterion {
            goal: if chance.of_hundred(30) { Goal::Minimize } else { Goal::Maximize },
            range: if is_observed { Range::Observed } else { Range::Fixed(0.0, 10.0) },
            must_have: must_have.filter(|_| !is_observed),
            group,
            ..Criterion::new(id, &format!("{names}C{index}"), Hue::nth(index))
        });
    }
}

fn team(scenario: &Scenario, chance: &mut Chance, name: (usize, &str)) -> Team {
    let left_out = chance.one_of(&[0, 0, 0, 0, 20, 100]);
    let team = open_team(scenario, chance, name, left_out);
    if chance.of_hundred(80) {
        return team;
    }
    let at = Timestamp::new("2026-11-27T09:00:00Z").unwrap();
    let judged = team.opened().unwrap().clone();
    team.sealed(judged, Seal { at, nonce: String::new(), sha256: String::new() })
}

/// A team that leaves so many of a hundred weights out.
fn open_team(
    scenario: &Scenario,
    chance: &mut Chance,
    (index, names): (usize, &str),
    left_out: usize,
) -> Team {
    let id = TeamId::new(&format!("t{index}")).unwrap();
    let team = Team::new(id, &format!("{names}T{index}s"), Mark::nth(index));
    let mut judged = Judged::default();
    judged.judgement.elicitation = Elicitation::Direct(weights(scenario, chance, left_out));
    for option in &scenario.options {
        for criterion in &scenario.criteria {
            let is_scored = scenario.scores.get(&option.id, &criterion.id).is_some();
            if is_scored && chance.of_hundred(8) {
                let score = Score::exact(chance.one_of(&[0.0, 3.0, 5.0, 10.0]));
                judged.scores.set(option.id.clone(), criterion.id.clone(), score);
            }
        }
    }
    team.judging(judged)
}

/// Of nothing, of some, or of all.
fn weights(scenario: &Scenario, chance: &mut Chance, left_out: usize) -> IndexMap<NodeId, f64> {
    let levels = chance.one_of(&[&[1.0][..], &[0.0, 1.0, 2.0], &[1.0, 3.0, 7.0, 20.0]]);
    let ids = scenario.groups.iter().map(|group| &group.id);
    let ids = ids.chain(scenario.criteria.iter().map(|criterion| &criterion.id));
    let mut weights = IndexMap::new();
    for id in ids {
        if !chance.of_hundred(left_out) {
            weights.insert(id.clone(), chance.one_of(levels));
        }
    }
    weights
}
