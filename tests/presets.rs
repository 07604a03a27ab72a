//! Every file under presets/ held to PRESETS.md's rules, as far as a program can.

#[path = "presets/assumptions.rs"]
mod assumptions;
#[path = "presets/points.rs"]
mod points;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use mizan::evaluation::{Evaluations, Weighting, all_findings, evaluate};
use mizan::model::{Elicitation, OpenTeam, Range, Scenario, Score, ValueFunction, Wording};
use mizan::store::{PRESETS, parse, to_text};

const WARM_UP: &str = "workshop-venue";
const STAFF: &str = "crossing-site";
const JOINT: &str = "all-articles";

/// Who decides, and how many options there are at least, by PRESETS.md's table.
const TABLE: [(&str, &str, usize); 8] = [
    ("after-inherent-resolve", "Washington", 5),
    ("aid-freeze", "Baghdad", 5),
    ("stay-or-quit", "Washington", 5),
    ("lighter-footprint", "Western partners", 5),
    ("three-body-problem", "Baghdad", 4),
    (JOINT, "room", 8),
    (WARM_UP, "", 4),
    (STAFF, "", 4),
];

struct Preset {
    name: String,
    text: String,
    scenario: Scenario,
}

impl Preset {
    fn is_warm_up(&self) -> bool {
        self.name == WARM_UP
    }

    /// Whether no article stands behind it.
    fn is_neutral(&self) -> bool {
        self.is_warm_up() || self.name == STAFF
    }

    /// Whether one article stands behind it.
    fn is_of_an_article(&self) -> bool {
        !self.is_neutral() && self.name != JOINT
    }

    /// The base scores and the teams' own, each with its place.
    fn cells(&self) -> Vec<(String, &Score)> {
        let base = self
            .scenario
            .scores
            .cells()
            .map(|(option, criterion, score)| (format!("{option} / {criterion}"), score));
        let own = self.scenario.open_teams().flat_map(|team| {
            team.judged().scores.cells().map(move |(option, criterion, score)| {
                (format!("{} / {option} / {criterion}", team.id()), score)
            })
        });
        base.chain(own).collect()
    }

    /// Each team's winners, by id.
    fn winners(&self) -> Vec<BTreeSet<String>> {
        let of = |team: OpenTeam| {
            let weighting = Weighting::Team(team.id().clone());
            let evaluation = evaluate(&self.scenario, &weighting).unwrap();
            evaluation
                .ranking
                .winners()
                .map(|ranked| self.scenario.options[ranked.option].id.to_string())
                .collect()
        };
        self.scenario.open_teams().map(of).collect()
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("presets")
}

fn presets() -> Vec<Preset> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let opened = parse(text.as_bytes())
            .unwrap_or_else(|unreadable| panic!("{}: {:?}", path.display(), unreadable.faults));
        Preset {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            text,
            scenario: opened.scenario,
        }
    };
    paths.into_iter().map(read).collect()
}

/// Fails with all that a rule finds, over all presets.
fn hold(rule: impl Fn(&Preset) -> Vec<String>) {
    let presets = presets();
    let broken: Vec<String> = presets
        .iter()
        .flat_map(|preset| {
            rule(preset).into_iter().map(move |found| format!("{}: {found}", preset.name))
        })
        .collect();
    assert!(
        presets.len() >= TABLE.len() && broken.is_empty(),
        "{} presets, and in them:\n{}",
        presets.len(),
        broken.join("\n")
    );
}

/// The sentence where the rule is broken.
fn unless(is_kept: bool, sentence: impl Into<String>) -> Vec<String> {
    if is_kept { Vec::new() } else { vec![sentence.into()] }
}

#[test]
fn the_embedded_presets_are_the_files() {
    let files: BTreeMap<String, String> =
        presets().into_iter().map(|preset| (preset.name, preset.text)).collect();
    for preset in PRESETS {
        assert_eq!(
            files.get(preset.name).map(String::as_str),
            Some(preset.text),
            "{}",
            preset.name
        );
        assert!(parse(preset.text.as_bytes()).is_ok(), "{}", preset.name);
    }
}

#[test]
fn every_file_is_embedded_after_inherent_resolve_first() {
    let embedded: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    assert_eq!(embedded.first(), Some(&"after-inherent-resolve"));
    hold(|preset| unless(embedded.contains(&preset.name.as_str()), "isn't embedded"));
}

#[test]
fn every_preset_stands_in_the_table_with_its_decision_maker_and_options() {
    hold(|preset| {
        let Some((_, decides, options)) = TABLE.into_iter().find(|(name, ..)| *name == preset.name)
        else {
            return vec!["isn't in the table of PRESETS.md".to_owned()];
        };
        let scenario = &preset.scenario;
        let most = if preset.name == JOINT { 10 } else { usize::MAX };
        let count = scenario.options.len();
        let mut broken = unless(
            scenario.decision_maker.contains(decides),
            format!("decided by {:?}, not {decides}", scenario.decision_maker),
        );
        broken.extend(unless(
            (options..=most).contains(&count),
            format!("{count} options, at least {options}"),
        ));
        broken
    });
}

#[test]
fn every_cell_is_scored_with_a_range_a_reason_evidence_and_a_grade() {
    hold(|preset| {
        let scenario = &preset.scenario;
        let mut broken = Vec::new();
        for option in &scenario.options {
            let missing = scenario
                .criteria
                .iter()
                .filter(|criterion| scenario.scores.get(&option.id, &criterion.id).is_none());
            broken.extend(
                missing.map(|criterion| format!("{} / {} isn't scored", option.id, criterion.id)),
            );
        }
        for (cell, score) in preset.cells() {
            let is_ranged = score.low.is_some_and(|low| low <= score.score)
                && score.high.is_some_and(|high| score.score <= high);
            broken.extend(unless(is_ranged, format!("{cell} has no range")));
            broken.extend(unless(!score.reason.trim().is_empty(), format!("{cell} has no reason")));
            broken.extend(unless(!score.evidence.is_empty(), format!("{cell} has no evidence")));
            broken.extend(unless(score.grade.is_some(), format!("{cell} has no grade")));
        }
        broken
    });
}

#[test]
fn evidence_says_where_and_what_and_its_source_has_a_date() {
    hold(|preset| {
        let mut broken = Vec::new();
        for (cell, score) in preset.cells() {
            for evidence in &score.evidence {
                let source = preset.scenario.sources.get(&evidence.source);
                broken.extend(unless(
                    source.is_some(),
                    format!("{cell} cites {} that isn't there", evidence.source),
                ));
                broken.extend(unless(
                    !evidence.at.trim().is_empty(),
                    format!("{cell} cites no place"),
                ));
                broken.extend(unless(
                    !evidence.says.trim().is_empty(),
                    format!("{cell} says nothing"),
                ));
            }
        }
        let undated = preset.scenario.sources.iter().filter(|(_, source)| source.date.is_none());
        broken.extend(undated.map(|(id, _)| format!("source {id} has no date")));
        broken
    });
}

#[test]
fn fixed_scales_have_their_ends_and_middle_written_out() {
    hold(|preset| {
        let mut broken = Vec::new();
        for criterion in &preset.scenario.criteria {
            if let Range::Fixed(min, max) = criterion.range {
                let has = |is_there: &dyn Fn(f64) -> bool| {
                    criterion
                        .labels
                        .iter()
                        .any(|(at, label)| is_there(*at) && !label.trim().is_empty())
                };
                let is_anchored = criterion.labels.len() >= 3
                    && has(&|at| at == min)
                    && has(&|at| at == max)
                    && has(&|at| min < at && at < max);
                broken.extend(unless(
                    is_anchored,
                    format!(
                        "{} has the labels {:?} on {min} to {max}",
                        criterion.id, criterion.labels
                    ),
                ));
            }
        }
        broken
    });
}

#[test]
fn the_criteria_are_as_many_as_the_rules_want_the_four_among_them() {
    hold(|preset| {
        let ids: BTreeSet<&str> =
            preset.scenario.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
        let many = match preset.name.as_str() {
            WARM_UP | JOINT => 4..=4,
            STAFF => 5..=7,
            _ => 6..=8,
        };
        let mut broken = unless(many.contains(&ids.len()), format!("{} criteria", ids.len()));
        for id in ["sovereignty", "isis-risk", "iranian-influence", "cost"] {
            broken.extend(unless(
                preset.is_neutral() || ids.contains(id),
                format!("no criterion {id}"),
            ));
        }
        broken
    });
}

#[test]
fn every_name_has_a_short_one() {
    hold(|preset| {
        let scenario = &preset.scenario;
        let groups = scenario.groups.iter().map(|group| (&group.name, &group.short));
        let criteria =
            scenario.criteria.iter().map(|criterion| (&criterion.name, &criterion.short));
        let options = scenario.options.iter().map(|option| (&option.name, &option.short));
        let all = groups
            .chain(criteria)
            .chain(options)
            .chain(scenario.teams.iter().map(|team| (&team.name, &team.short)));
        all.filter(|(_, short)| short.trim().is_empty())
            .map(|(name, _)| format!("{name:?} has no short"))
            .collect()
    });
}

/// Whether a question ends with a month and year or a year alone in parentheses, its question mark
/// behind or before them.
fn ends_with_a_date(question: &str) -> bool {
    let months =
        "January February March April May June July August September October November December";
    let end = question.trim_end_matches('?');
    let Some((_, date)) = end.strip_suffix(')').and_then(|end| end.rsplit_once('(')) else {
        return false;
    };
    let words: Vec<&str> = date.split(' ').collect();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    match words.as_slice() {
        [year] => is_year(year),
        [month, year] => months.split(' ').any(|known| known == *month) && is_year(year),
        _ => false,
    }
}

#[test]
fn a_date_at_a_questions_end_is_a_year_or_a_month_and_year() {
    assert!(
        ["What now (September 2025)?", "What now (2025)?", "What now? (May 2024)"]
            .into_iter()
            .all(ends_with_a_date)
    );
    assert!(
        !["What now?", "What now (soon)?", "What (May 2025) now?", "What now (Septober 2025)?", ""]
            .into_iter()
            .any(ends_with_a_date)
    );
}

#[test]
fn questions_end_with_their_month() {
    hold(|preset| {
        let question = &preset.scenario.question;
        unless(
            ends_with_a_date(question),
            format!("the question {question:?} ends without a month"),
        )
    });
}

/// What a team judged: the ids, in the record's order.
fn judged(team: OpenTeam) -> Vec<(String, f64)> {
    match &team.judgement().elicitation {
        Elicitation::Direct(weights) => {
            weights.iter().map(|(id, weight)| (id.to_string(), *weight)).collect()
        }
        Elicitation::Swing(points) => {
            points.iter().map(|(id, points)| (id.to_string(), *points)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn teams_weigh_by_swing_and_say_why() {
    hold(|preset| {
        let scenario = &preset.scenario;
        let many = match preset.name.as_str() {
            WARM_UP => 3..=3,
            STAFF => 2..=2,
            _ => 3..=5,
        };
        let mut broken =
            unless(many.contains(&scenario.teams.len()), format!("{} teams", scenario.teams.len()));
        for team in scenario.open_teams() {
            let is_swing = matches!(team.judgement().elicitation, Elicitation::Swing(_));
            broken.extend(unless(
                is_swing || preset.is_warm_up(),
                format!("{} doesn't weigh by swing", team.id()),
            ));
            broken
                .extend(unless(!judged(team).is_empty(), format!("{} judged nothing", team.id())));
            for (id, _) in judged(team) {
                let reason = team.judged().reasons.get(id.as_str());
                let has_reason = reason.is_some_and(|reason| !reason.trim().is_empty());
                broken
                    .extend(unless(has_reason, format!("{} gives no reason for {id}", team.id())));
            }
        }
        broken
    });
}

#[test]
fn no_two_teams_are_alike() {
    hold(|preset| {
        let mut seen: HashMap<String, String> = HashMap::new();
        let mut broken = Vec::new();
        for team in &preset.scenario.teams {
            let evaluation = evaluate(&preset.scenario, &Weighting::Team(team.id.clone())).unwrap();
            let shares: Vec<String> =
                evaluation.shares.criteria.iter().map(|share| format!("{share:.3}")).collect();
            if let Some(other) = seen.insert(shares.join(" "), team.id.to_string()) {
                broken.push(format!("{} weighs as {other} does", team.id));
            }
        }
        broken
    });
}

#[test]
fn winners_differ_and_some_option_wins_for_nobody() {
    hold(|preset| {
        let winners = preset.winners();
        let different: BTreeSet<&BTreeSet<String>> = winners.iter().collect();
        let mut broken =
            unless(different.len() >= 2, format!("all teams' winner is {:?}", winners.first()));
        let loses_always = |id: &str| !winners.iter().any(|winners| winners.contains(id));
        let has_loser =
            preset.scenario.options.iter().any(|option| loses_always(option.id.as_str()));
        broken.extend(unless(has_loser, "every option wins for some team"));
        broken
    });
}

#[test]
fn nothing_is_left_to_check() {
    hold(|preset| {
        all_findings(&Evaluations::from(&preset.scenario))
            .iter()
            .map(|finding| format!("{:?}", finding.kind))
            .collect()
    });
}

#[test]
fn the_files_are_as_the_program_writes_them() {
    hold(|preset| {
        let written = to_text(&preset.scenario).unwrap();
        let differs =
            written.lines().zip(preset.text.lines()).position(|(ours, theirs)| ours != theirs);
        let line = differs
            .map_or(written.lines().count().min(preset.text.lines().count()), |place| place + 1);
        unless(written == preset.text, format!("differs from line {line} on"))
    });
}

#[test]
fn the_warm_up_shows_both_ranges_a_must_have_and_a_piecewise_value() {
    let presets = presets();
    let criteria = &presets.iter().find(|preset| preset.is_warm_up()).unwrap().scenario.criteria;
    assert!(criteria.iter().any(|criterion| criterion.range == Range::Observed));
    assert!(criteria.iter().any(|criterion| matches!(criterion.range, Range::Fixed(..))
        && criterion.value == ValueFunction::Linear));
    assert!(criteria.iter().any(|criterion| criterion.must_have.is_some()));
    assert!(criteria.iter().any(|criterion| criterion.value != ValueFunction::Linear));
}

#[test]
fn the_staff_preset_screens_by_must_haves_and_compares_by_benchmarks() {
    let presets = presets();
    let criteria = &presets.iter().find(|preset| preset.name == STAFF).unwrap().scenario.criteria;
    assert!(criteria.iter().filter(|criterion| criterion.must_have.is_some()).count() >= 2);
    assert_eq!(criteria.iter().filter(|criterion| criterion.benchmark.is_some()).count(), 5);
}

/// How many words in a row make a copied sentence.
const RUN: usize = 8;

/// Lower-cased words of letters, digits and apostrophes.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('’', "'");
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.map(|word| word.trim_matches('\'').to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The first run of words that a text shares with others.
fn shared_run(text: &str, others: &BTreeSet<Vec<String>>) -> Option<String> {
    words(text).windows(RUN).find(|run| others.contains(*run)).map(|run| run.join(" "))
}

#[test]
fn a_run_of_eight_words_is_found_whatever_stands_between_them() {
    let article: BTreeSet<Vec<String>> =
        words("One two, three “four” five: six’s\nseven – eight nine.")
            .windows(RUN)
            .map(<[String]>::to_vec)
            .collect();
    assert_eq!(
        shared_run("x TWO three four (five) six's seven eight nine y", &article).as_deref(),
        Some("two three four five six's seven eight nine")
    );
    assert_eq!(shared_run("one two three four five six's seven", &article), None);
}

/// The folder of the articles: beside the project's, or where `MIZAN_ARTICLES` says.
fn articles() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    std::env::var_os("MIZAN_ARTICLES")
        .map(PathBuf::from)
        .into_iter()
        .chain([beside])
        .find(|folder| folder.is_dir())
}

/// The wording of each article by its source's id; none where the folder isn't there.
fn articles_words() -> HashMap<String, Wording> {
    let Some(folder) = articles() else { return HashMap::new() };
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let words_of = |path: PathBuf| {
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        (id, Wording::of(&fs::read_to_string(path).unwrap()))
    };
    texts.map(words_of).collect()
}

/// All that a preset says in sentences: names and sources aside.
fn sentences(preset: &Preset) -> Vec<(String, &str)> {
    let scenario = &preset.scenario;
    let mut found = vec![
        ("question".to_owned(), scenario.question.as_str()),
        ("notes".to_owned(), scenario.notes.as_str()),
    ];
    found.push(("decision_maker".to_owned(), &scenario.decision_maker));
    for assumption in &scenario.assumptions {
        found.push((format!("assumption {}", assumption.id), &assumption.note));
    }
    found.extend(
        scenario.groups.iter().map(|group| (format!("group {}", group.id), group.note.as_str())),
    );
    found.extend(
        scenario
            .options
            .iter()
            .map(|option| (format!("option {}", option.id), option.note.as_str())),
    );
    for criterion in &scenario.criteria {
        let labels = criterion.labels.iter().map(|(_, label)| label.as_str());
        found.extend(
            labels
                .chain([criterion.note.as_str(), &criterion.unit])
                .map(|text| (format!("criterion {}", criterion.id), text)),
        );
    }
    for team in scenario.open_teams() {
        let texts = team.judged().reasons.values().chain([&team.team().note]);
        found.extend(texts.map(|text| (format!("team {}", team.id()), text.as_str())));
    }
    for (cell, score) in preset.cells() {
        let evidence = score.evidence.iter().flat_map(|evidence| [&evidence.at, &evidence.says]);
        let others = score.otherwise.values().map(|other| &other.reason);
        let texts = evidence.chain(others).chain([&score.reason]);
        found.extend(texts.map(|text| (cell.clone(), text.as_str())));
    }
    found
}

#[test]
fn no_sentence_is_copied_from_an_article() {
    let Some(folder) = articles() else {
        println!("Not run: there is no folder of articles.");
        return;
    };
    let mut runs = BTreeSet::new();
    let mut count = 0;
    for path in fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
    {
        runs.extend(words(&fs::read_to_string(path).unwrap()).windows(RUN).map(<[String]>::to_vec));
        count += 1;
    }
    assert!(count >= 5, "only {count} articles in {}", folder.display());
    println!("Run: the presets against {count} articles in {}.", folder.display());
    hold(|preset| {
        let copied = |(place, text): (String, &str)| {
            shared_run(text, &runs).map(|run| format!("{place}: “{run}”"))
        };
        sentences(preset).into_iter().filter_map(copied).collect()
    });
}
