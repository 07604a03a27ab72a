//! Two documents side by side in sentences: what each is called, and the names of what they hold.

use std::borrow::Cow;

use super::isolated;
use crate::model::{AssumptionId, NodeId, OptionId, Reference, Scenario, TeamId};

/// The two sides: what they are called, and the documents that names are looked up in.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub names: [&'a str; 2],
    pub documents: [&'a Scenario; 2],
}

impl Sides<'_> {
    /// A name as it stands in a sentence.
    fn find(&self, name: impl Fn(&Scenario) -> Option<String>, id: &str) -> String {
        let found = self.documents.iter().find_map(|document| name(document));
        isolated(found.as_deref().unwrap_or(id)).into_owned()
    }

    /// What the sides are called, as it stands in a sentence.
    pub(super) fn called(&self) -> [Cow<'_, str>; 2] {
        self.names.map(isolated)
    }

    pub(super) fn option(&self, id: &OptionId) -> String {
        self.find(|document| document.option(id).map(|option| option.name.clone()), id.as_str())
    }

    /// An option that is chosen for something; none of them is said too.
    pub(super) fn chosen(&self, id: Option<&OptionId>) -> String {
        id.map_or_else(|| "none of them".to_owned(), |id| format!("“{}”", self.option(id)))
    }

    pub(super) fn assumption(&self, id: &AssumptionId) -> String {
        let name = |document: &Scenario| document.assumption(id).map(|it| it.name.clone());
        self.find(name, id.as_str())
    }

    pub(super) fn node(&self, id: &NodeId) -> String {
        let name = |document: &Scenario| {
            let group = || document.group(id).map(|group| group.name.clone());
            document.criterion(id).map(|criterion| criterion.name.clone()).or_else(group)
        };
        self.find(name, id.as_str())
    }

    pub(super) fn team(&self, id: &TeamId) -> String {
        self.find(|document| document.team(id).map(|team| team.name.clone()), id.as_str())
    }

    pub(super) fn source(&self, id: &str) -> String {
        self.find(|document| document.sources.get(id).map(|source| source.title.clone()), id)
    }

    pub(super) fn thing(&self, kind: Reference, id: &str) -> String {
        let name = match kind {
            Reference::Option => OptionId::new(id).map(|id| self.option(&id)),
            Reference::Criterion | Reference::Group | Reference::Node => {
                NodeId::new(id).map(|id| self.node(&id))
            }
            Reference::Team => TeamId::new(id).map(|id| self.team(&id)),
            Reference::Source => Some(self.source(id)),
            Reference::Assumption => AssumptionId::new(id).map(|id| self.assumption(&id)),
        };
        format!("{} “{}”", kind_word(kind), name.unwrap_or_else(|| id.to_owned()))
    }

    /// Two values, each with its side.
    pub(super) fn both(&self, [left, right]: &[String; 2]) -> String {
        let [of_left, of_right] = self.called();
        let said = format!("{left} in {of_left}, {right} in {of_right}");
        // What can't be seen can't tell two texts apart.
        if super::one_line(left) == super::one_line(right) {
            format!("{said}, told apart only by what can't be seen")
        } else {
            said
        }
    }
}

fn kind_word(kind: Reference) -> &'static str {
    match kind {
        Reference::Option => "The option",
        Reference::Criterion | Reference::Node => "The criterion",
        Reference::Group => "The group",
        Reference::Team => "The team",
        Reference::Source => "The source",
        Reference::Assumption => "The assumption",
    }
}
