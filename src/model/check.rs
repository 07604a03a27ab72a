//! FORMAT.md's rules of meaning: what a document must satisfy to be opened, saved, or made by an
//! edit.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::check_team::check_judgement;
use crate::model::{
    Alternative, Criterion, Decision, Fault, FaultKind, Group, Limit, Method, NodeId, OptionId,
    Path, Range, Reference, SHORT_LIMIT, Scenario, ScoreTable, Source, SourceId, Team, Tree,
    ValueFunction, nearest,
};

/// Every rule that a document breaks, in document order. `checked` is a document known to break
/// none: rows, teams and rounds that it shares with this one aren't looked at again while what they
/// refer to is the same.
pub fn faults(scenario: &Scenario, checked: Option<&Scenario>) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new() };
    check.texts(scenario);
    check.sources(&scenario.sources);
    let body = Body::of(scenario);
    let known = checked.filter(|checked| same_references(checked, scenario)).map(Body::of);
    check.body(&body, known.as_ref());
    check.rounds(scenario, checked);
    if let Method::Vikor(v) = scenario.method
        && !(0.0..=1.0).contains(&v)
    {
        check.push(Path::field("method"), FaultKind::VikorOutside(v));
    }
    if let Some(decision) = &scenario.decision {
        check.decision(decision, &body);
    }
    if let Some(ballot) = &scenario.ballot {
        check.text(&ballot.of, || Path::field("ballot").then("of"));
        check.text(&ballot.round, || Path::field("ballot").then("round"));
    }
    check.faults
}

/// Whether all that cells and teams refer to is the same in both.
fn same_references(a: &Scenario, b: &Scenario) -> bool {
    a.criteria == b.criteria
        && a.groups == b.groups
        && a.sources == b.sources
        && same_ids(&a.options, &b.options)
}

fn same_ids(a: &[Alternative], b: &[Alternative]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.id == b.id)
}

/// The part of a document that a round keeps too, with the path it stands under.
pub struct Body<'a> {
    base: Path,
    pub tree: Tree<'a>,
    options: &'a [Alternative],
    scores: &'a ScoreTable,
    teams: &'a [Arc<Team>],
    /// None in a round, whose scores carry no evidence.
    pub sources: Option<&'a indexmap::IndexMap<SourceId, Source>>,
    pub criteria: HashMap<&'a NodeId, &'a Criterion>,
    groups: HashMap<&'a NodeId, &'a Group>,
    pub option_ids: HashSet<&'a OptionId>,
}

impl<'a> Body<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        let mut body = Self::new(
            Path::default(),
            (&scenario.groups, &scenario.criteria),
            &scenario.options,
            &scenario.scores,
            &scenario.teams,
        );
        body.sources = Some(&scenario.sources);
        body
    }

    fn new(
        base: Path,
        (groups, criteria): (&'a [Group], &'a [Criterion]),
        options: &'a [Alternative],
        scores: &'a ScoreTable,
        teams: &'a [Arc<Team>],
    ) -> Self {
        Self {
            base,
            tree: Tree::new(groups, criteria),
            options,
            scores,
            teams,
            sources: None,
            criteria: criteria.iter().map(|criterion| (&criterion.id, criterion)).collect(),
            groups: groups.iter().map(|group| (&group.id, group)).collect(),
            option_ids: options.iter().map(|option| &option.id).collect(),
        }
    }

    /// The path of a thing in a list of things with ids.
    fn thing(&self, list: &'static str, id: &str) -> Path {
        self.base.then(list).key(id)
    }

    pub fn knows_node(&self, id: &NodeId) -> bool {
        self.criteria.contains_key(id) || self.groups.contains_key(id)
    }

    /// The fault of naming a node that isn't there.
    pub fn unknown_node(&self, id: &NodeId) -> FaultKind {
        let known = self
            .tree
            .criteria
            .iter()
            .map(|c| c.id.as_str())
            .chain(self.tree.groups.iter().map(|g| g.id.as_str()));
        unknown(Reference::Node, id.as_str(), known)
    }

    /// The fault of naming an option that isn't there.
    pub fn unknown_option(&self, id: &OptionId) -> FaultKind {
        unknown(
            Reference::Option,
            id.as_str(),
            self.options.iter().map(|option| option.id.as_str()),
        )
    }
}

/// The fault of naming what isn't there, with the nearest name that is.
pub fn unknown<'a>(of: Reference, id: &str, known: impl IntoIterator<Item = &'a str>) -> FaultKind {
    FaultKind::UnknownId { of, id: id.to_owned(), nearest: nearest(id, known) }
}

/// Collects faults as it goes.
pub struct Check {
    faults: Vec<Fault>,
}

impl Check {
    pub fn push(&mut self, path: Path, kind: FaultKind) {
        self.faults.push(Fault::at_path(path, kind));
    }

    pub fn text(&mut self, text: &str, path: impl FnOnce() -> Path) {
        let most = usize::try_from(Limit::Characters(0).most()).unwrap_or(usize::MAX);
        if text.len() > most {
            let characters = text.chars().count();
            if characters > most {
                self.push(path(), FaultKind::Limit(Limit::Characters(characters)));
            }
        }
    }

    fn required(&mut self, text: &str, path: impl Fn() -> Path) {
        if text.trim().is_empty() {
            self.push(path(), FaultKind::EmptyText);
        }
        self.text(text, path);
    }

    fn named(&mut self, name: &str, short: &str, note: &str, path: &Path) {
        self.required(name, || path.then("name"));
        let characters = short.chars().count();
        if characters > SHORT_LIMIT {
            self.push(path.then("short"), FaultKind::ShortTooLong(characters));
        }
        self.text(note, || path.then("note"));
    }

    fn texts(&mut self, scenario: &Scenario) {
        self.required(&scenario.title, || Path::field("title"));
        self.text(&scenario.question, || Path::field("question"));
        self.text(&scenario.decision_maker, || Path::field("decision_maker"));
        self.text(&scenario.notes, || Path::field("notes"));
    }

    fn sources(&mut self, sources: &indexmap::IndexMap<SourceId, Source>) {
        for (id, source) in sources {
            let path = Path::field("sources").key(id.as_str());
            if !id.is_well_formed() {
                self.push(path.clone(), FaultKind::MalformedId(id.to_string()));
            }
            self.required(&source.title, || path.then("title"));
            self.text(&source.publisher, || path.then("publisher"));
            self.text(&source.url, || path.then("url"));
            for (place, author) in source.authors.iter().enumerate() {
                self.text(author, || path.then("authors").index(place));
            }
        }
    }

    fn body(&mut self, body: &Body, known: Option<&Body>) {
        self.limit(body, "criteria", body.tree.criteria.len(), Limit::Criteria);
        self.limit(body, "options", body.options.len(), Limit::Options);
        self.limit(body, "teams", body.teams.len(), Limit::Teams);
        self.nodes(body);
        self.cycles(body);
        self.options(body);
        let scores = body.base.then("scores");
        self.table(body, body.scores, &scores, known.map(|known| known.scores));
        self.teams(body, known);
    }

    fn limit(&mut self, body: &Body, list: &'static str, found: usize, limit: fn(usize) -> Limit) {
        if found as u64 > limit(found).most() {
            self.push(body.base.then(list), FaultKind::Limit(limit(found)));
        }
    }

    /// Reports a malformed or repeated id, and gives the path that its thing is known by from here
    /// on.
    fn identity(
        &mut self,
        body: &Body,
        list: &'static str,
        index: usize,
        id: (&str, bool),
        is_first: bool,
    ) -> Path {
        let (id, is_well_formed) = id;
        let path = if is_first { body.thing(list, id) } else { body.base.then(list).index(index) };
        if !is_well_formed {
            self.push(path.clone(), FaultKind::MalformedId(id.to_owned()));
        } else if !is_first {
            self.push(path.clone(), FaultKind::RepeatedId(id.to_owned()));
        }
        path
    }

    fn nodes(&mut self, body: &Body) {
        let mut seen = HashSet::new();
        for (index, group) in body.tree.groups.iter().enumerate() {
            let path = self.identity(
                body,
                "groups",
                index,
                (group.id.as_str(), group.id.is_well_formed()),
                seen.insert(&group.id),
            );
            self.named(&group.name, &group.short, &group.note, &path);
            self.parent(body, group.group.as_ref(), &path);
        }
        let mut in_list = HashSet::new();
        for (index, criterion) in body.tree.criteria.iter().enumerate() {
            let is_first_in_list = in_list.insert(&criterion.id);
            let path = if seen.insert(&criterion.id) || !is_first_in_list {
                self.identity(
                    body,
                    "criteria",
                    index,
                    (criterion.id.as_str(), criterion.id.is_well_formed()),
                    is_first_in_list,
                )
            } else {
                // Criteria and groups share one space of ids: the criterion comes second, yet is
                // the first of its list.
                let path = body.thing("criteria", criterion.id.as_str());
                self.push(path.clone(), FaultKind::RepeatedId(criterion.id.to_string()));
                path
            };
            self.criterion(body, criterion, &path);
        }
    }

    fn parent(&mut self, body: &Body, parent: Option<&NodeId>, path: &Path) {
        if let Some(parent) = parent.filter(|parent| !body.groups.contains_key(parent)) {
            let known = body.tree.groups.iter().map(|group| group.id.as_str());
            self.push(path.then("group"), unknown(Reference::Group, parent.as_str(), known));
        }
    }

    fn criterion(&mut self, body: &Body, criterion: &Criterion, path: &Path) {
        self.named(&criterion.name, &criterion.short, &criterion.note, path);
        self.parent(body, criterion.group.as_ref(), path);
        self.text(&criterion.unit, || path.then("unit"));
        for (place, (_, label)) in criterion.labels.iter().enumerate() {
            self.text(label, || path.then("labels").index(place));
        }
        if let Range::Fixed(min, max) = criterion.range
            && min >= max
        {
            self.push(path.then("range"), FaultKind::EmptyRange { min, max });
        }
        if let ValueFunction::Piecewise(points) = &criterion.value {
            self.points(points, &path.then("value"));
        }
        if !criterion.preference.is_well_formed() {
            self.push(path.then("preference"), FaultKind::Thresholds);
        }
    }

    fn points(&mut self, points: &[(f64, f64)], path: &Path) {
        if points.len() < 2 {
            self.push(path.clone(), FaultKind::TooFewPoints(points.len()));
        }
        for (place, pair) in points.windows(2).enumerate() {
            if let [(before, _), (x, _)] = *pair
                && x <= before
            {
                self.push(path.index(place + 1), FaultKind::PointsDontRise { before, x });
            }
        }
        for (place, (_, v)) in points.iter().enumerate() {
            if !(0.0..=1.0).contains(v) {
                self.push(path.index(place), FaultKind::ValueOutside(*v));
            }
        }
    }

    /// Each cycle is reported once, at the first of its groups in the document.
    fn cycles(&mut self, body: &Body) {
        let mut settled: HashSet<&NodeId> = HashSet::new();
        for group in body.tree.groups {
            let mut trail: Vec<&NodeId> = Vec::new();
            let mut place: HashMap<&NodeId, usize> = HashMap::new();
            let mut next = Some(&group.id);
            while let Some(id) = next.filter(|id| !settled.contains(id)) {
                if let Some(start) = place.get(id) {
                    let cycle: Vec<String> =
                        trail.iter().skip(*start).map(ToString::to_string).collect();
                    self.push(
                        body.thing("groups", id.as_str()).then("group"),
                        FaultKind::GroupCycle(cycle),
                    );
                    break;
                }
                place.insert(id, trail.len());
                trail.push(id);
                next = body.groups.get(id).and_then(|group| group.group.as_ref());
            }
            settled.extend(trail);
        }
    }

    fn options(&mut self, body: &Body) {
        let mut seen = HashSet::new();
        let mut letters = HashSet::new();
        for (index, option) in body.options.iter().enumerate() {
            let path = self.identity(
                body,
                "options",
                index,
                (option.id.as_str(), option.id.is_well_formed()),
                seen.insert(&option.id),
            );
            self.named(&option.name, &option.short, &option.note, &path);
            if !letters.insert(&option.letter) {
                self.push(
                    path.then("letter"),
                    FaultKind::RepeatedLetter(option.letter.as_str().to_owned()),
                );
            }
        }
    }

    fn teams(&mut self, body: &Body, known: Option<&Body>) {
        let mut seen = HashSet::new();
        for (index, team) in body.teams.iter().enumerate() {
            let path = self.identity(
                body,
                "teams",
                index,
                (team.id.as_str(), team.id.is_well_formed()),
                seen.insert(&team.id),
            );
            if matches!(team.id.as_str(), "mean" | "all") {
                self.push(path.clone(), FaultKind::ReservedTeam(team.id.to_string()));
            }
            let is_checked =
                known.is_some_and(|known| known.teams.iter().any(|other| Arc::ptr_eq(other, team)));
            if !is_checked {
                self.team(body, team, &path);
            }
        }
    }

    fn team(&mut self, body: &Body, team: &Team, path: &Path) {
        self.named(&team.name, &team.short, &team.note, path);
        check_judgement(self, body, &team.judgement.elicitation, path);
        for id in team.judgement.weighed_ranges.keys().filter(|id| !body.criteria.contains_key(id))
        {
            let known = body.tree.criteria.iter().map(|criterion| criterion.id.as_str());
            self.push(
                path.then("weighed_ranges").key(id.as_str()),
                unknown(Reference::Criterion, id.as_str(), known),
            );
        }
        for (id, reason) in &team.reasons {
            let path = || path.then("reasons").key(id.as_str());
            if !body.knows_node(id) {
                self.push(path(), body.unknown_node(id));
            }
            self.text(reason, path);
        }
        if let Some(seal) = &team.seal {
            self.text(&seal.sha256, || path.then("seal").then("sha256"));
        }
        self.table(body, &team.scores, &path.then("scores"), None);
        let mut ranked = HashSet::new();
        for (place, id) in team.gut_ranking.iter().enumerate() {
            let path = || path.then("gut_ranking").index(place);
            if !body.option_ids.contains(id) {
                self.push(path(), body.unknown_option(id));
            } else if !ranked.insert(id) {
                self.push(path(), FaultKind::RepeatedId(id.to_string()));
            }
        }
    }

    fn rounds(&mut self, scenario: &Scenario, checked: Option<&Scenario>) {
        let rounds = &scenario.rounds;
        if rounds.len() as u64 > Limit::Rounds(0).most() {
            self.push(Path::field("rounds"), FaultKind::Limit(Limit::Rounds(rounds.len())));
        }
        let mut names = HashSet::new();
        for (index, round) in rounds.iter().enumerate() {
            let is_first = names.insert(&round.name);
            let base = if is_first {
                Path::field("rounds").key(&round.name)
            } else {
                Path::field("rounds").index(index)
            };
            if !is_first {
                self.push(base.clone(), FaultKind::RepeatedRound(round.name.clone()));
            }
            self.required(&round.name, || base.then("name"));
            let is_checked = checked.is_some_and(|checked| {
                checked.rounds.iter().any(|other| Arc::ptr_eq(other, round))
            });
            if !is_checked {
                let body = Body::new(
                    base,
                    (&round.groups, &round.criteria),
                    &round.options,
                    &round.scores,
                    &round.teams,
                );
                self.body(&body, None);
            }
        }
    }

    fn decision(&mut self, decision: &Decision, body: &Body) {
        let path = Path::field("decision");
        if !body.option_ids.contains(&decision.option) {
            self.push(path.then("option"), body.unknown_option(&decision.option));
        }
        self.text(&decision.by, || path.then("by"));
        self.text(&decision.reasons, || path.then("reasons"));
        for (team, position) in &decision.positions {
            let path = path.then("positions").key(team.as_str());
            if !body.teams.iter().any(|known| known.id == *team) {
                let known = body.teams.iter().map(|team| team.id.as_str());
                self.push(path.clone(), unknown(Reference::Team, team.as_str(), known));
            }
            self.text(&position.reason, || path.then("reason"));
        }
    }
}
