//! What fields remember from one frame to the next, for themselves and for each other: one value
//! in egui's memory, which nothing else reads or writes.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, IdMap, TextEdit};

/// What stands in a field while it has the focus, and what the document held when that was last
/// compared.
#[derive(Clone)]
pub(super) struct Draft {
    pub text: String,
    pub known: String,
}

/// A draft, and the pass in which it was kept.
#[derive(Clone)]
struct Kept {
    field: Id,
    draft: Draft,
    pass: u64,
}

/// A field that keeps the focus, for its text was not taken.
#[derive(Clone)]
struct Held {
    field: Id,
    draft: Draft,
    /// For how many more frames it takes the focus back.
    frames: u8,
}

/// The frames until a key that moves the focus has moved it: one by Tab, two by Shift and Tab.
const FRAMES_TO_HOLD: u8 = 2;

/// The state of all fields. Only one has the focus, so that there is one draft.
#[derive(Clone, Default)]
struct Typing {
    draft: Option<Kept>,
    held: Option<Held>,
    /// The field whose text doesn't count yet.
    open: Option<Id>,
    /// The pass in which what is typed counts, for a command was given.
    ending: Option<u64>,
    /// By field: why its text was not taken when it was left.
    reasons: IdMap<String>,
    /// By what a list's fields have in common: of how many rows it was when it was last shown.
    lists: IdMap<usize>,
}

fn with<T>(ctx: &Context, use_it: impl FnOnce(&mut Typing) -> T) -> T {
    ctx.data_mut(|data| use_it(data.get_temp_mut_or_default(Id::unique("typing"))))
}

/// Makes what is typed in a field count in this frame: a command is given.
pub fn end(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |typing| typing.ending = Some(pass));
}

/// Whether what is typed counts in this frame.
pub(super) fn is_ending(ctx: &Context) -> bool {
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |typing| typing.ending == Some(pass))
}

/// Whether something is typed in a field that doesn't count yet.
pub fn is_open(ctx: &Context) -> bool {
    let open = with(ctx, |typing| typing.open);
    // A field that is no longer shown had no frame in which to say that it is closed.
    open.is_some_and(|field| ctx.memory(|memory| memory.has_focus(field)))
}

/// A field holds something that doesn't count yet.
pub(super) fn open(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.open = Some(field));
}

/// What a field holds counts, or it holds nothing new.
pub(super) fn close(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.open = typing.open.filter(|open| *open != field));
}

/// The draft that a field left in the last frame: while it has the focus, and in the frame in which
/// it finds that it has lost it.
pub(super) fn draft(ctx: &Context, field: Id) -> Option<Draft> {
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |typing| {
        let kept =
            typing.draft.as_ref().filter(|kept| kept.field == field && kept.pass + 1 >= pass);
        kept.map(|kept| kept.draft.clone())
    })
}

/// Keeps the draft of the field that has the focus.
pub(super) fn keep_draft(ctx: &Context, field: Id, draft: Draft) {
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |typing| typing.draft = Some(Kept { field, draft, pass }));
}

/// A field without the focus follows the document.
pub(super) fn drop_draft(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.draft.take_if(|kept| kept.field == field));
}

/// Keeps the focus in a field that a key was to lead out of, and what stands in it.
pub(super) fn hold(ctx: &Context, field: Id, draft: Draft) {
    with(ctx, |typing| typing.held = Some(Held { field, draft, frames: FRAMES_TO_HOLD }));
    ctx.request_repaint();
}

/// Whether a field is getting its focus back.
pub(super) fn is_held(ctx: &Context, field: Id) -> bool {
    with(ctx, |typing| typing.held.as_ref().is_some_and(|held| held.field == field))
}

/// Gives the focus back to the field whose text was not taken; to be called at the end of a frame,
/// when whatever a key leads to has had its turn.
pub fn give_back(ctx: &Context) {
    let Some(mut held) = with(ctx, |typing| typing.held.take()) else { return };
    if !ctx.memory(|memory| memory.has_focus(held.field)) {
        ctx.memory_mut(|memory| memory.request_focus(held.field));
        select_all(ctx, held.field, &held.draft.text);
        keep_draft(ctx, held.field, held.draft.clone());
    }
    held.frames -= 1;
    if held.frames > 0 {
        with(ctx, |typing| typing.held = Some(held));
    }
    ctx.request_repaint();
}

/// Selects all of a field's text.
pub fn select_all(ctx: &Context, field: Id, text: &str) {
    let mut state = TextEdit::load_state(ctx, field).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    TextEdit::store_state(ctx, field, state);
}

/// Why a field's text was not taken when it was left.
pub(super) fn reason(ctx: &Context, field: Id) -> Option<String> {
    with(ctx, |typing| typing.reasons.get(&field).cloned())
}

pub(super) fn keep_reason(ctx: &Context, field: Id, reason: String) {
    with(ctx, |typing| typing.reasons.insert(field, reason));
}

pub(super) fn drop_reason(ctx: &Context, field: Id) {
    with(ctx, |typing| typing.reasons.remove(&field));
}

/// A list with a field in each row is shown, its id the list's `fields` with the row's place. Where
/// the list had another number of rows the fields stand for other things: why the texts in them
/// were not taken is forgotten.
pub fn follow_list(ctx: &Context, fields: Id, rows: usize) {
    with(ctx, |typing| {
        let before = typing.lists.insert(fields, rows).unwrap_or(rows);
        if before != rows {
            for place in 0..before.max(rows) {
                typing.reasons.remove(&fields.with(place));
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft_of(text: &str) -> Draft {
        Draft { text: text.to_owned(), known: String::new() }
    }

    #[test]
    fn a_draft_is_its_fields_alone_and_only_that_field_drops_it() {
        let ctx = Context::default();
        let [first, second] = [Id::unique("first"), Id::unique("second")];
        keep_draft(&ctx, first, draft_of("12,"));
        assert!(draft(&ctx, second).is_none());
        drop_draft(&ctx, second);
        assert_eq!(draft(&ctx, first).unwrap().text, "12,");
        keep_draft(&ctx, second, draft_of("3"));
        assert!(draft(&ctx, first).is_none(), "the focus has moved on");
        drop_draft(&ctx, second);
        assert!(draft(&ctx, second).is_none());
    }

    #[test]
    fn what_ends_typing_holds_for_its_frame_only() {
        let ctx = Context::default();
        let mut seen = Vec::new();
        for frame in 0..2 {
            let mut shown = ctx.run_ui(egui::RawInput::default(), |ui| {
                if frame == 0 {
                    end(ui.ctx());
                }
                seen.push(is_ending(ui.ctx()));
            });
            shown.textures_delta.clear();
        }
        assert_eq!((seen.first(), seen.last()), (Some(&true), Some(&false)));
    }

    #[test]
    fn a_list_that_has_lost_a_row_forgets_why_its_texts_were_not_taken() {
        let ctx = Context::default();
        let [anchors, others] = [Id::unique("anchors"), Id::unique("others")];
        let told =
            |fields: Id| [0_usize, 1, 2].map(|place| reason(&ctx, fields.with(place)).is_some());
        follow_list(&ctx, anchors, 3);
        follow_list(&ctx, others, 3);
        for fields in [anchors, others] {
            keep_reason(&ctx, fields.with(1_usize), "no number".to_owned());
            keep_reason(&ctx, fields.with(2_usize), "no number".to_owned());
        }
        follow_list(&ctx, anchors, 3);
        assert_eq!(told(anchors), [false, true, true], "nothing has changed");
        follow_list(&ctx, anchors, 2);
        assert_eq!(told(anchors), [false; 3]);
        assert_eq!(told(others), [false, true, true], "another list's stay");
        follow_list(&ctx, anchors, 3);
        assert_eq!(told(anchors), [false; 3], "they don't come back with a new row");
    }

    #[test]
    fn a_field_that_is_gone_leaves_nothing_open() {
        let ctx = Context::default();
        let field = Id::unique("gone");
        open(&ctx, field);
        assert!(!is_open(&ctx), "it has no focus");
        ctx.memory_mut(|memory| memory.request_focus(field));
        assert!(is_open(&ctx));
        close(&ctx, Id::unique("other"));
        assert!(is_open(&ctx), "another field closes its own only");
        close(&ctx, field);
        assert!(!is_open(&ctx));
    }
}
