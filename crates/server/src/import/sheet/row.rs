//! One row of the CSV, its fields by meaning.

use super::super::note::Place;

/// Whose columns a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Shopify's product CSV, in its old and its new form.
    Shopify,
    /// What our own export writes.
    Minishop,
}

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
    /// All values of an option in their order, one in a line.
    OptionValues(usize),
    Sku,
    Grams,
    Quantity,
    Price,
    Currency,
    CompareAt,
    Active,
    Image,
    ImagePosition,
    ImageAlt,
    VariantImage,
}

/// The columns' names in lower case: the long-standing ones, and those of newer exports.
const SHOPIFY: &[(&str, Field)] = &[
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

/// The columns of our own export, in its order.
pub const MINISHOP: &[(&str, Field)] = &[
    ("Handle", Field::Handle),
    ("Title", Field::Title),
    ("Text", Field::Body),
    ("Category", Field::Type),
    ("Visible", Field::Published),
    ("Option1 Name", Field::OptionName(0)),
    ("Option1 Values", Field::OptionValues(0)),
    ("Option1 Value", Field::OptionValue(0)),
    ("Option2 Name", Field::OptionName(1)),
    ("Option2 Values", Field::OptionValues(1)),
    ("Option2 Value", Field::OptionValue(1)),
    ("Option3 Name", Field::OptionName(2)),
    ("Option3 Values", Field::OptionValues(2)),
    ("Option3 Value", Field::OptionValue(2)),
    ("Code", Field::Sku),
    ("Price", Field::Price),
    ("Currency", Field::Currency),
    ("Compare At Price", Field::CompareAt),
    ("Stock", Field::Quantity),
    ("Weight Grams", Field::Grams),
    ("Active", Field::Active),
    ("Sku Photo", Field::VariantImage),
    ("Photo", Field::Image),
    ("Photo Alt", Field::ImageAlt),
];

impl Dialect {
    /// Whose file it is, by the titles of its columns: no file of Shopify's has a plain «Stock».
    pub fn of(titles: &[String]) -> Self {
        let has = |wanted: &str| titles.iter().any(|title| title.trim().eq_ignore_ascii_case(wanted));
        if has("Stock") && !has("Variant Price") { Self::Minishop } else { Self::Shopify }
    }

    /// `shopify` or `minishop`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::Minishop => "minishop",
        }
    }

    /// The column with that title.
    pub fn field(self, title: &str) -> Option<Field> {
        let names = match self {
            Self::Shopify => SHOPIFY,
            Self::Minishop => MINISHOP,
        };
        let title = title.trim();
        names.iter().find(|(name, _)| name.eq_ignore_ascii_case(title)).map(|(_, field)| *field)
    }
}

/// One record of the file.
#[derive(Debug, Clone)]
pub struct Row {
    /// The line it begins in and its row in a spreadsheet, both counted from 1.
    pub place: Place,
    /// What makes the whole row unreadable, and the column's title if it is one field.
    pub fault: Option<(String, &'static str, String)>,
    pub fields: Vec<(Field, String)>,
}

impl Row {
    /// The value as it is written; empty where the file has none.
    pub fn whole(&self, field: Field) -> &str {
        self.fields.iter().find(|(own, _)| *own == field).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The trimmed value; empty where the file has none.
    pub fn get(&self, field: Field) -> &str {
        self.whole(field).trim()
    }

    /// Whether it describes a variant: a row may also carry one more picture and nothing else.
    pub fn is_variant(&self) -> bool {
        let values = (0..3).map(Field::OptionValue);
        values.chain([Field::Sku, Field::Price, Field::Quantity]).any(|field| !self.get(field).is_empty())
    }
}
