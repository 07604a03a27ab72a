//! FORMAT.md's rules for the criteria tree.

use std::collections::{HashMap, HashSet};

use crate::model::check::body::{Body, unknown};
use crate::model::check::report::Check;
use crate::model::{Criterion, FaultKind, NodeId, Path, Range, Reference, ValueFunction};

impl Check {
    /// Groups and criteria, each by itself.
    pub fn nodes(&mut self, body: &Body) {
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
        if let (Range::Fixed(min, max), Some(found)) = (criterion.range, criterion.benchmark)
            && !(min..=max).contains(&found)
        {
            self.push(path.then("benchmark"), FaultKind::OutsideRange { found, min, max });
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
    pub fn cycles(&mut self, body: &Body) {
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
}
