//! Canonical JSON (RFC 8785) of the file's mirror: what hashes are made over, so that the same
//! content has the same hash whatever the order of its maps and whoever computes it.
//!
//! FORMAT.md's own part is that a variant with values is an object of a list, also where it has one
//! value alone: `{"Swing": [[["cost", 100]]]}`.

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
    SerializeTupleVariant, Serializer,
};
use serde_json::{Error, Map, Value};

/// A thing of the mirror as JSON; nothing where it holds what the mirror never does, such as bytes.
pub fn value(thing: &impl Serialize) -> Value {
    thing.serialize(Canonical).unwrap_or_default()
}

/// JSON as text: without blanks, keys by UTF-16, numbers and strings as ECMAScript writes them.
pub fn text(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => value.to_string(),
        Value::Number(number) => number.as_f64().map_or_else(|| number.to_string(), ecmascript),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(text).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(fields) => {
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            fields.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            let field = |(key, value): (&String, &Value)| {
                format!("{}:{}", Value::from(key.as_str()), text(value))
            };
            let fields: Vec<String> = fields.into_iter().map(field).collect();
            format!("{{{}}}", fields.join(","))
        }
    }
}

/// A finite number as ECMAScript prints it (ECMA-262, `Number::toString`): the shortest digits that
/// read back as it, up to 21 places before the point and 6 zeros behind it written out.
fn ecmascript(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let sign = if number < 0.0 { "-" } else { "" };
    let (digits, exponent) = shortest(number.abs());
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let written = match exponent {
        0..=20 if count <= exponent + 1 => digits + &zeros(exponent + 1 - count),
        0..=20 => {
            let (whole, part) = digits.split_at(usize::try_from(exponent + 1).unwrap_or(0));
            format!("{whole}.{part}")
        }
        -6..=-1 => format!("0.{}{digits}", zeros(-exponent - 1)),
        _ => {
            let (first, rest) = digits.split_at(1);
            let point = if rest.is_empty() { "" } else { "." };
            format!("{first}{point}{rest}e{exponent:+}")
        }
    };
    format!("{sign}{written}")
}

/// The shortest digits that read back as a positive number, without zeros at their ends, and the
/// power of ten of the first. Of two that are as near the even one is taken, as ECMAScript does and
/// the standard library doesn't.
fn shortest(number: f64) -> (String, i32) {
    let written = Value::from(number).to_string();
    let (mantissa, power) = written.split_once('e').unwrap_or((&written, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{part}");
    let digits = all.trim_start_matches('0');
    let first = all.len() - digits.len();
    let places = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let exponent = power.parse().unwrap_or(0) + places(whole.len()) - 1 - places(first);
    (digits.trim_end_matches('0').to_owned(), exponent)
}

/// What makes JSON of the mirror.
struct Canonical;

/// A list that is being made, or the values of a variant.
struct List {
    variant: Option<&'static str>,
    items: Vec<Value>,
}

impl List {
    fn push(&mut self, item: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.items.push(item.serialize(Canonical)?);
        Ok(())
    }

    fn done(self) -> Value {
        let items = Value::Array(self.items);
        match self.variant {
            None => items,
            Some(name) => Value::Object(Map::from_iter([(name.to_owned(), items)])),
        }
    }
}

/// An object that is being made, with the key whose value is to come.
#[derive(Default)]
struct Object {
    fields: Map<String, Value>,
    key: String,
}

fn unknown<T>() -> Result<T, Error> {
    Err(Error::custom("the mirror holds no such thing"))
}

/// No number is there that isn't finite.
fn number(number: f64) -> Result<Value, Error> {
    serde_json::Number::from_f64(number).map_or_else(unknown, |number| Ok(Value::Number(number)))
}

macro_rules! numbers {
    ($($name:ident: $kind:ty),* $(,)?) => {
        $(fn $name(self, v: $kind) -> Result<Value, Error> {
            number(f64::from(v))
        })*
    };
}

impl Serializer for Canonical {
    type Ok = Value;
    type Error = Error;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = Impossible<Value, Error>;
    type SerializeTupleVariant = List;
    type SerializeMap = Object;
    type SerializeStruct = Object;
    type SerializeStructVariant = Impossible<Value, Error>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_f32: f32,
    }

    /// Whole numbers of the mirror are far below 2^53.
    fn serialize_i64(self, v: i64) -> Result<Value, Error> {
        number(v as f64)
    }

    fn serialize_u64(self, v: u64) -> Result<Value, Error> {
        number(v as f64)
    }

    fn serialize_f64(self, v: f64) -> Result<Value, Error> {
        number(v)
    }

    fn serialize_bool(self, v: bool) -> Result<Value, Error> {
        Ok(Value::Bool(v))
    }

    fn serialize_char(self, v: char) -> Result<Value, Error> {
        Ok(Value::String(v.to_string()))
    }

    fn serialize_str(self, v: &str) -> Result<Value, Error> {
        Ok(Value::String(v.to_owned()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Value, Error> {
        unknown()
    }

    fn serialize_none(self) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Error> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Error> {
        unknown()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Value, Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        let mut list = List { variant: Some(variant), items: Vec::new() };
        list.push(value)?;
        Ok(list.done())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Error> {
        Ok(List { variant: None, items: Vec::new() })
    }

    fn serialize_tuple(self, _: usize) -> Result<List, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        unknown()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List, Error> {
        Ok(List { variant: Some(variant), items: Vec::new() })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object, Error> {
        Ok(Object::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object, Error> {
        Ok(Object::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        unknown()
    }
}

/// The three kinds of lists differ in the names of their methods alone.
macro_rules! is_list {
    ($($kind:ident: $push:ident),*) => {
        $(impl $kind for List {
            type Ok = Value;
            type Error = Error;

            fn $push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.push(value)
            }

            fn end(self) -> Result<Value, Error> {
                Ok(self.done())
            }
        })*
    };
}

is_list!(
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleVariant: serialize_field
);

impl SerializeMap for Object {
    type Ok = Value;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        match key.serialize(Canonical)? {
            Value::String(key) => self.key = key,
            _ => return unknown(),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let key = std::mem::take(&mut self.key);
        self.fields.insert(key, value.serialize(Canonical)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Object(self.fields))
    }
}

impl SerializeStruct for Object {
    type Ok = Value;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.fields.insert(key.to_owned(), value.serialize(Canonical)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Object(self.fields))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::v1::{Elicitation, Preference, RankWeights};
    use super::super::v1_parts::Number;
    use super::*;

    /// RFC 8785, appendix B, and what FORMAT.md names.
    #[test]
    fn numbers_are_printed_as_ecmascript_prints_them() {
        let bits = [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ];
        for (bits, printed) in bits {
            assert_eq!(ecmascript(f64::from_bits(bits)), printed);
        }
        let more = [
            (5.0, "5"),
            (-0.5, "-0.5"),
            (1e21, "1e+21"),
            (1e-7, "1e-7"),
            (1.5e-10, "1.5e-10"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (100.0, "100"),
            (10.25, "10.25"),
        ];
        for (number, printed) in more {
            assert_eq!(ecmascript(number), printed);
        }
    }

    #[test]
    fn keys_go_by_utf_16_and_texts_are_escaped_where_they_must_be() {
        // RFC 8785, 3.2.3, and the controls of 3.2.2.2.
        let object = json!({
            "\u{20ac}": "Euro Sign",
            "\r": "Carriage Return",
            "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One",
            "\u{1f600}": "Emoji: Grinning Face",
            "\u{80}": "Control",
            "\u{f6}": "Latin Small Letter O With Diaeresis"
        });
        let written = text(&object);
        let order = ["\\r", "\"1", "\u{80}", "\u{f6}", "\u{20ac}", "\u{1f600}", "\u{fb33}"];
        let places: Vec<usize> = order.iter().map(|key| written.find(key).unwrap()).collect();
        assert!(places.is_sorted(), "{written}");
        let controls = Value::from("\u{8}\t\n\u{c}\r\u{1f}\"\\/\u{7f}é");
        assert_eq!(text(&controls), "\"\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u{7f}é\"");
    }

    #[test]
    fn variants_are_their_names_or_objects_of_lists() {
        let id = || "a".to_owned();
        let swing = Elicitation::Swing(vec![(id(), Number(100.0))]);
        let ranking = Elicitation::Ranking(RankWeights::RankSum, vec![vec![id()]]);
        for (thing, written) in [
            (Elicitation::Direct, r#""Direct""#),
            (swing, r#"{"Swing":[[["a",100]]]}"#),
            (ranking, r#"{"Ranking":["RankSum",[["a"]]]}"#),
        ] {
            assert_eq!(text(&value(&thing)), written);
        }
        let shapes = [Preference::VShape(Number(2.5)), Preference::Level(Number(1.0), Number(2.0))];
        assert_eq!(text(&value(&shapes)), r#"[{"VShape":[2.5]},{"Level":[1,2]}]"#);
    }
}
