//! What can stand in markup: as the value of an attribute, and as a child.

use super::AnyView;
use std::borrow::Cow;

/// Where a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Attribute,
    Property,
    Class,
    Style,
}

/// A value, or how to read it; `None` takes it away.
pub(super) enum Value {
    Fixed(Option<Cow<'static, str>>),
    Watched(Box<dyn Fn() -> Option<Cow<'static, str>>>),
}

/// A text that may be missing; `true` is there without saying anything.
pub trait IntoText {
    fn into_text(self) -> Option<Cow<'static, str>>;
}

impl IntoText for &'static str {
    fn into_text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl IntoText for String {
    fn into_text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl IntoText for bool {
    fn into_text(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: IntoText> IntoText for Option<T> {
    fn into_text(self) -> Option<Cow<'static, str>> {
        self.and_then(IntoText::into_text)
    }
}

macro_rules! number {
    ($($number:ty)*) => {$(
        impl IntoText for $number {
            fn into_text(self) -> Option<Cow<'static, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        }

        impl IntoView<Plain> for $number {
            fn into_any(self) -> AnyView {
                AnyView::text(Cow::Owned(self.to_string()))
            }
        }
    )*};
}
number!(u32 usize);

/// Marks what is what it is; closures are marked [`Watched`]. The compiler finds the mark by itself.
pub enum Plain {}
/// Marks a closure that is called again when its signals change.
pub struct Watched<T>(std::marker::PhantomData<T>);
/// Marks what holds others.
pub struct Holder<T>(std::marker::PhantomData<T>);

/// What an attribute, a property, a class or a style can be given.
pub trait IntoValue<Mark> {
    #[doc(hidden)]
    #[expect(private_interfaces, reason = "only this module makes and reads values")]
    fn into_value(self) -> Value;
}

impl<T: IntoText> IntoValue<Plain> for T {
    #[expect(private_interfaces, reason = "only this module makes and reads values")]
    fn into_value(self) -> Value {
        Value::Fixed(self.into_text())
    }
}

impl<T: IntoText, F: Fn() -> T + 'static> IntoValue<Watched<T>> for F {
    #[expect(private_interfaces, reason = "only this module makes and reads values")]
    fn into_value(self) -> Value {
        Value::Watched(Box::new(move || self().into_text()))
    }
}

/// What can be shown.
pub trait IntoView<Mark> {
    fn into_any(self) -> AnyView;
}

impl IntoView<Plain> for AnyView {
    fn into_any(self) -> AnyView {
        self
    }
}

impl IntoView<Plain> for &'static str {
    fn into_any(self) -> AnyView {
        self.into()
    }
}

impl IntoView<Plain> for String {
    fn into_any(self) -> AnyView {
        AnyView::text(Cow::Owned(self))
    }
}

impl IntoView<Plain> for () {
    fn into_any(self) -> AnyView {
        AnyView::many(Vec::new())
    }
}

impl<M, V: IntoView<M>> IntoView<Holder<M>> for Option<V> {
    fn into_any(self) -> AnyView {
        match self {
            Some(view) => view.into_any(),
            None => ().into_any(),
        }
    }
}

impl IntoView<Plain> for Vec<AnyView> {
    fn into_any(self) -> AnyView {
        AnyView::many(self)
    }
}

impl<M, V: IntoView<M>, F: FnMut() -> V + 'static> IntoView<Watched<(M, V)>> for F {
    fn into_any(mut self) -> AnyView {
        AnyView::live(Box::new(move || self().into_any()))
    }
}

macro_rules! tuple {
    ($($name:ident $mark:ident),*) => {
        impl<$($name: IntoView<$mark>, $mark),*> IntoView<Holder<($($mark,)*)>> for ($($name,)*) {
            fn into_any(self) -> AnyView {
                #[expect(non_snake_case, reason = "the parts are named after their types")]
                let ($($name,)*) = self;
                AnyView::many(vec![$($name.into_any()),*])
            }
        }
    };
}
tuple!(A MA, B MB);
tuple!(A MA, B MB, C MC);
tuple!(A MA, B MB, C MC, D MD);
