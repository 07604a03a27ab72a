//! The scalars and maps of format 1 that refuse what RON itself lets through: repeated keys, NaN
//! and infinities.

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::model;

/// What a [`Number`] expects, as the error of a non-finite one says it.
pub const FINITE: &str = "a finite number";

/// What the error of a repeated key begins with; the key follows.
pub const REPEATED_KEY: &str = "repeated key: ";

/// Whether a field may be left out.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A finite number.
#[derive(Clone, Copy, PartialEq)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A whole number is written as people write it; minus zero and those beyond 2^53 keep their
        // form, to read back bit for bit.
        let whole = self.0 as i64;
        if self.0.abs() < 9e15 && (whole as f64).to_bits() == self.0.to_bits() {
            serializer.serialize_i64(whole)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        if number.is_finite() {
            Ok(Self(number))
        } else {
            Err(de::Error::invalid_value(Unexpected::Float(number), &FINITE))
        }
    }
}

/// A small whole number: read as any number, so that a wrong one is told what is wrong with it, and
/// written as a whole one.
#[derive(Clone, Copy)]
pub struct Whole(pub f64);

impl Whole {
    /// The number where it is one of 1 to 8.
    pub fn one_to_eight(self) -> Option<u8> {
        (1..=8_u8).find(|number| f64::from(*number) == self.0)
    }
}

impl Serialize for Whole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.one_to_eight().unwrap_or(1))
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Number::deserialize(deserializer).map(|number| Self(number.0))
    }
}

/// A map with text keys that keeps the order of its entries and refuses a repeated key.
pub struct Map<V>(pub IndexMap<String, V>);

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<V> Map<V> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V: Serialize> Serialize for Map<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Map<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

struct MapVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for MapVisitor<V> {
    type Value = Map<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map in braces")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Map<V>, A::Error> {
        let mut map = IndexMap::new();
        while let Some(key) = access.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(de::Error::custom(format!("{REPEATED_KEY}{key}")));
            }
            let value = access.next_value()?;
            map.insert(key, value);
        }
        Ok(Map(map))
    }
}

macro_rules! grades {
    ($($grade:ident),*) => {
        /// The 36 grades of the Admiralty code, bare words in the file.
        #[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
        pub enum Grade { $($grade),* }

        impl Grade {
            const NAMES: &[(&str, Grade)] = &[$((stringify!($grade), Grade::$grade)),*];
        }
    };
}

grades!(
    A1, A2, A3, A4, A5, A6, B1, B2, B3, B4, B5, B6, C1, C2, C3, C4, C5, C6, D1, D2, D3, D4, D5, D6,
    E1, E2, E3, E4, E5, E6, F1, F2, F3, F4, F5, F6
);

impl Grade {
    /// The model's grade.
    pub fn to_model(self) -> Option<model::Grade> {
        let (name, _) = Self::NAMES.get(self as usize)?;
        let mut characters = name.chars();
        let (reliability, credibility) = (characters.next()?, characters.next()?.to_digit(10)?);
        model::Grade::new(reliability, u8::try_from(credibility).ok()?)
    }

    /// The file's word for the model's grade.
    pub fn of(grade: model::Grade) -> Option<Self> {
        let name = grade.to_string();
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, grade)| *grade)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grade_has_its_word() {
        for reliability in 'A'..='F' {
            for credibility in 1..=6 {
                let grade = model::Grade::new(reliability, credibility).unwrap();
                assert_eq!(Grade::of(grade).and_then(Grade::to_model), Some(grade));
            }
        }
    }
}
