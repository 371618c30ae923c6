//! One row of the CSV, its fields by meaning.

/// A column that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Handle,
    Title,
    Body,
    Type,
    Tags,
    Published,
    Status,
    /// Of the first, second or third option: 0–2.
    OptionName(usize),
    OptionValue(usize),
    Sku,
    Grams,
    Quantity,
    Price,
    CompareAt,
    Image,
    ImagePosition,
    ImageAlt,
    VariantImage,
}

/// The columns' names in lower case: the long-standing ones, and those of newer exports.
const NAMES: &[(&str, Field)] = &[
    ("handle", Field::Handle),
    ("url handle", Field::Handle),
    ("title", Field::Title),
    ("body (html)", Field::Body),
    ("body html", Field::Body),
    ("description", Field::Body),
    ("type", Field::Type),
    ("tags", Field::Tags),
    ("published", Field::Published),
    ("published on online store", Field::Published),
    ("status", Field::Status),
    ("option1 name", Field::OptionName(0)),
    ("option2 name", Field::OptionName(1)),
    ("option3 name", Field::OptionName(2)),
    ("option1 value", Field::OptionValue(0)),
    ("option2 value", Field::OptionValue(1)),
    ("option3 value", Field::OptionValue(2)),
    ("variant sku", Field::Sku),
    ("sku", Field::Sku),
    ("variant grams", Field::Grams),
    ("weight value (grams)", Field::Grams),
    ("variant inventory qty", Field::Quantity),
    ("inventory quantity", Field::Quantity),
    ("variant price", Field::Price),
    ("price", Field::Price),
    ("variant compare at price", Field::CompareAt),
    ("compare-at price", Field::CompareAt),
    ("image src", Field::Image),
    ("product image url", Field::Image),
    ("image position", Field::ImagePosition),
    ("image alt text", Field::ImageAlt),
    ("variant image", Field::VariantImage),
    ("variant image url", Field::VariantImage),
];

impl Field {
    /// The column with that title.
    pub fn named(title: &str) -> Option<Self> {
        let title = title.trim().to_lowercase();
        NAMES.iter().find(|(name, _)| *name == title).map(|(_, field)| *field)
    }
}

/// One record of the file.
#[derive(Debug, Clone)]
pub struct Row {
    /// The line it begins in, counted from 1.
    pub line: u64,
    /// What makes the whole row unreadable.
    pub fault: Option<String>,
    pub fields: Vec<(Field, String)>,
}

impl Row {
    /// The trimmed value; empty where the file has none.
    pub fn get(&self, field: Field) -> &str {
        self.fields.iter().find(|(own, _)| *own == field).map(|(_, value)| value.trim()).unwrap_or_default()
    }

    /// Whether it describes a variant: a row may also carry one more picture and nothing else.
    pub fn is_variant(&self) -> bool {
        let values = (0..3).map(Field::OptionValue);
        values.chain([Field::Sku, Field::Price, Field::Quantity]).any(|field| !self.get(field).is_empty())
    }

    /// `line 7`.
    pub fn place(&self) -> String {
        format!("line {}", self.line)
    }
}
