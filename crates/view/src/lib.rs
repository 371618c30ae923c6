//! `view!`: the markup of Leptos, written out as calls on one plain element type (`minishop::view`).
//!
//! Leptos's own macro gives every element a type of its own, and with it code to build and to update that one type.
//! That is fast, and heavy: of the buyer app's wasm it was two thirds. Here an element is data, built and updated by one
//! piece of code. The words are Leptos's: `on:`, `prop:`, `class:`, `style:`, `node_ref`, and `{…}` for a child.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::Stmt;

/// Markup as a `minishop::view::AnyView`.
#[proc_macro]
pub fn view(markup: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let nodes = match rstml::parse2(markup.into()) {
        Ok(nodes) => nodes,
        Err(error) => return error.to_compile_error().into(),
    };
    let views: Vec<TokenStream> = nodes.iter().map(shown).collect();
    let view = match views.as_slice() {
        [one] => quote! { #one },
        _ => quote! { crate::view::AnyView::many(::std::vec![#(#views),*]) },
    };
    view.into()
}

/// A node at the top of the markup, as a view.
fn shown(node: &Node) -> TokenStream {
    match node {
        Node::Element(own) => {
            let own = element(own, true);
            quote! { #own.into_any() }
        }
        Node::Text(text) => {
            let text = &text.value;
            quote! { crate::view::AnyView::from(#text) }
        }
        Node::Block(block) => {
            let shown = inner(block);
            quote! { crate::view::IntoView::into_any(#shown) }
        }
        other => error(other, "only elements, texts in quotes and {blocks} can stand here"),
    }
}

/// A node inside an element, as a call on that element.
fn child(node: &Node) -> TokenStream {
    match node {
        Node::Element(own) => {
            let own = element(own, false);
            quote! { .inside(#own) }
        }
        Node::Text(text) => {
            let text = &text.value;
            quote! { .text(#text) }
        }
        other => {
            let view = shown(other);
            quote! { .child(#view) }
        }
    }
}

/// What stands in a block: one expression goes without its braces.
fn inner(block: &NodeBlock) -> TokenStream {
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([Stmt::Expr(one, None)]) => one.to_token_stream(),
        _ => block.to_token_stream(),
    }
}

fn element(own: &NodeElement<rstml::Infallible>, root: bool) -> TokenStream {
    // The tag and what never changes of it go as one text, in the shape `Element` takes apart.
    let mut fixed = own.name().to_string();
    let mut calls = Vec::new();
    for attribute in own.attributes() {
        match attribute {
            NodeAttribute::Attribute(attribute) => match named(attribute) {
                Named::Fixed(name, value) => fixed.extend(["\u{1f}", &name, "\u{1f}", &value]),
                Named::Call(call) => calls.push(call),
            },
            NodeAttribute::Block(block) => calls.push(error(block, "an attribute needs a name")),
        }
    }
    let kids = own.children.iter().map(child);
    // The address of a byte of its own tells this markup from every other.
    let made = if root {
        quote! { { static PLACE: u8 = 0; crate::view::Element::new(#fixed, &PLACE) } }
    } else {
        quote! { crate::view::Element::inner(#fixed) }
    };
    quote! { #made #(#calls)* #(#kids)* }
}

enum Named {
    Fixed(String, String),
    Call(TokenStream),
}

fn named(attribute: &KeyedAttribute) -> Named {
    let name = attribute.key.to_string();
    let value = attribute.value().map(ToTokens::to_token_stream);
    let fixed = if value.is_none() { Some(String::new()) } else { attribute.value_literal_string() };
    Named::Call(match (name.split_once(':'), fixed) {
        (None, _) if name == "node_ref" => quote! { .node_ref(#value) },
        (None, Some(fixed)) => return Named::Fixed(name, fixed),
        (None, None) => quote! { .attribute(#name, #value) },
        (Some(("on", event)), _) => {
            let event = proc_macro2::Ident::new(event, proc_macro2::Span::call_site());
            quote! { .on(::leptos::ev::#event, #value) }
        }
        (Some(("prop", name)), _) => quote! { .property(#name, #value) },
        (Some(("class", name)), _) => quote! { .class(#name, #value) },
        (Some(("style", name)), _) => quote! { .style(#name, #value) },
        (Some(_), _) => error(&attribute.key, "only on:, prop:, class: and style: are known"),
    })
}

fn error(at: &impl ToTokens, what: &str) -> TokenStream {
    let span = at
        .to_token_stream()
        .into_iter()
        .next()
        .map_or_else(proc_macro2::Span::call_site, |token| token.span());
    quote_spanned! { span => compile_error!(#what) }
}
