//! The texts of sources, in which the passages of a scenario's evidence are looked for.

use std::collections::{HashMap, HashSet};
use std::path::Path as FilePath;

use super::located::{located, place};
use super::output::Failure;
use crate::model::{
    Fault, FaultKind, Finding, FindingKind, Passage, Path, Place, Scenario, ScoreTable, SourceId,
    SyntaxFault, Wording,
};
use crate::store;
use crate::text::{self, command_line};

/// A folder that holds a text for each source, under the source's id.
pub struct Texts<'a> {
    folder: &'a FilePath,
    /// Those that were asked for; none where there is no such text.
    read: HashMap<SourceId, Option<Wording>>,
}

/// A passage that evidence cites.
struct Cited<'a> {
    source: &'a SourceId,
    passage: &'a Passage,
    path: Path,
}

impl<'a> Texts<'a> {
    /// # Errors
    /// Where there is no such folder.
    pub fn within(folder: &'a FilePath) -> Result<Self, Failure> {
        if folder.is_dir() {
            return Ok(Self { folder, read: HashMap::new() });
        }
        let name = command_line::name_of(folder.as_os_str());
        Err(Failure::faulty(command_line::of_file(&name, command_line::NO_FOLDER_OF_TEXTS)))
    }

    /// The sources without a text, and the passages that aren't in theirs. What sealed teams cite
    /// isn't looked for.
    ///
    /// # Errors
    /// Where a text can't be read.
    pub fn findings(&mut self, scenario: &Scenario) -> Result<Vec<Finding>, Failure> {
        let cited = cited(scenario);
        let mut by_source: HashMap<&SourceId, Vec<&Passage>> = HashMap::new();
        for Cited { source, passage, .. } in &cited {
            by_source.entry(source).or_default().push(passage);
        }
        let (mut without_text, mut found) = (Vec::new(), HashMap::new());
        for source in scenario.sources.keys() {
            let Some(passages) = by_source.get(source) else { continue };
            match self.wording(source)? {
                None => without_text.push(Finding {
                    path: Some(Path::field("sources").key(source.as_str())),
                    kind: FindingKind::NoText(source.clone()),
                }),
                Some(wording) => {
                    found.insert(source, wording.found(passages.iter().copied()));
                }
            }
        }
        let is_missing = |cited: &Cited| {
            let found: Option<&HashSet<&Passage>> = found.get(cited.source);
            found.is_some_and(|found| !found.contains(cited.passage))
        };
        let not_found =
            cited.into_iter().filter(is_missing).map(|Cited { source, path, .. }| Finding {
                path: Some(path),
                kind: FindingKind::PassageNotFound(source.clone()),
            });
        Ok(without_text.into_iter().chain(not_found).collect())
    }

    /// The text of a source, read once.
    fn wording(&mut self, source: &SourceId) -> Result<Option<&Wording>, Failure> {
        if !self.read.contains_key(source) {
            let wording = self.read_wording(source)?;
            self.read.insert(source.clone(), wording);
        }
        Ok(self.read.get(source).and_then(Option::as_ref))
    }

    fn read_wording(&self, source: &SourceId) -> Result<Option<Wording>, Failure> {
        let path = self.folder.join(format!("{source}.txt"));
        if path.try_exists().is_ok_and(|is_there| !is_there) {
            return Ok(None);
        }
        let name = command_line::name_of(path.as_os_str());
        let bytes = store::read_file(&path).map_err(|found| {
            let lines: Vec<String> =
                found.faults.iter().map(|fault| located(&name, &found, fault)).collect();
            Failure::faulty(lines.join("\n"))
        })?;
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Some(Wording::of(text))),
            Err(error) => Err(not_utf8(&name, bytes.get(..error.valid_up_to()).unwrap_or(bytes))),
        }
    }
}

/// That a text goes on behind these bytes with some that aren't UTF-8.
fn not_utf8(name: &str, before: &[u8]) -> Failure {
    let line = before.split(|byte| *byte == b'\n').count();
    let kind = FaultKind::Syntax(SyntaxFault::NotUtf8);
    let sentence = text::fault(&Fault { path: None, at: None, kind });
    let head = place(name, Place { line, column: None });
    Failure::faulty(command_line::of_file(&head, &sentence))
}

/// The passages of the base scores, then of each open team's own, in document order.
fn cited(scenario: &Scenario) -> Vec<Cited<'_>> {
    let own = scenario.open_teams().map(|team| {
        (Path::field("teams").key(team.id().as_str()).then("scores"), &team.judged().scores)
    });
    let tables = std::iter::once((Path::field("scores"), &scenario.scores)).chain(own);
    tables.flat_map(|(path, table)| cited_in(scenario, table, &path)).collect()
}

fn cited_in<'a>(scenario: &'a Scenario, table: &'a ScoreTable, base: &Path) -> Vec<Cited<'a>> {
    let mut cited = Vec::new();
    for option in &scenario.options {
        for criterion in &scenario.criteria {
            let cell = table.get(&option.id, &criterion.id);
            let evidence = cell.map(|cell| cell.evidence.iter().enumerate());
            for (index, evidence) in evidence.into_iter().flatten() {
                let Some(passage) = &evidence.passage else { continue };
                let cell = base.key(option.id.as_str()).key(criterion.id.as_str());
                let path = cell.then("evidence").index(index).then("passage");
                cited.push(Cited { source: &evidence.source, passage, path });
            }
        }
    }
    cited
}
