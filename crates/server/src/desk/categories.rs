//! The shop's categories: one short list, saved whole.

use super::form::Form;
use super::seller::Seller;
use crate::app::App;
use crate::catalogue::Entry;
use crate::db::Conn;
use crate::error::Problem;
use crate::extract::Body;
use crate::mint;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Categories of one shop at most.
const MAX: usize = 100;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get, put))
}

/// The seller's categories in their order.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Categories {
    pub items: Vec<DeskCategory>,
}

/// A category with the number of goods in it, hidden ones too.
#[derive(Debug, Clone, Serialize, ToSchema, sqlx::FromRow)]
pub struct DeskCategory {
    pub id: String,
    pub name: String,
    pub goods: i64,
}

/// The whole list as it should be.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CategoriesBody {
    /// At most 100. A known category that is left out is removed; its goods stay, in none.
    items: Vec<CategoryBody>,
}

#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CategoryBody {
    /// `null` for a new one.
    id: Option<String>,
    /// 1–40 characters.
    name: String,
}

/// The categories.
#[utoipa::path(get, path = "/desk/categories", tag = "seller",
    responses((status = 200, body = Categories), (status = 401, body = Problem)))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Json<Categories>, Problem> {
    let mut conn = app.db.read.acquire().await?;
    Ok(Json(all(&mut conn, seller.shop).await?))
}

/// Replaces the list; a category with an id keeps its goods under a new name and place.
#[utoipa::path(put, path = "/desk/categories", tag = "seller", request_body = CategoriesBody,
    responses((status = 200, body = Categories), (status = 400, body = Problem, description = "`invalid_field`"), (status = 401, body = Problem)))]
pub async fn put(
    State(app): State<App>,
    seller: Seller,
    Body(body): Body<CategoriesBody>,
) -> Result<Json<Categories>, Problem> {
    Ok(Json(
        app.db
            .write
            .run(move |conn: &mut Conn| Box::pin(async move { body.write(conn, seller.shop).await }))
            .await?,
    ))
}

async fn all(conn: &mut Conn, shop: i64) -> Result<Categories, Problem> {
    let items = sqlx::query_as(
        "SELECT c.id, c.name, COUNT(g.id) AS goods FROM categories c LEFT JOIN goods g ON g.category = c.id \
         WHERE c.shop = $1 GROUP BY c.id, c.name, c.position ORDER BY c.position, c.id",
    );
    Ok(Categories { items: items.bind(shop).fetch_all(conn).await? })
}

impl CategoriesBody {
    /// The names as they will stand, once every one is right.
    fn check(&self, known: &[DeskCategory]) -> Result<Vec<String>, Problem> {
        let mut form = Form::default();
        if self.items.len() > MAX {
            form.fault("items", "out_of_range", format!("A shop has at most {MAX} categories."));
        }
        let mut names = Vec::with_capacity(self.items.len());
        let mut ids = HashSet::new();
        for (at, item) in self.items.iter().enumerate() {
            let path = format!("items[{at}].name");
            let name = form.line(&path, &item.name, 1..=Entry::MAX_CATEGORY);
            if !name.is_empty() && names.contains(&name) {
                form.fault(path, "duplicate", format!("The name «{name}» stands twice."));
            }
            names.push(name);
            let Some(id) = &item.id else { continue };
            let path = format!("items[{at}].id");
            if !known.iter().any(|known| known.id == *id) {
                form.fault(path, "unknown", "There is no such category.");
            } else if !ids.insert(id) {
                form.fault(path, "duplicate", "The category stands twice.");
            }
        }
        form.done()?;
        Ok(names)
    }

    async fn write(self, conn: &mut Conn, shop: i64) -> Result<Categories, Problem> {
        let known = all(conn, shop).await?.items;
        let names = self.check(&known)?;
        for old in known.iter().filter(|old| self.items.iter().all(|item| item.id.as_ref() != Some(&old.id)))
        {
            sqlx::query("UPDATE goods SET category = NULL WHERE shop = $1 AND category = $2")
                .bind(shop)
                .bind(&old.id)
                .execute(&mut *conn)
                .await?;
            sqlx::query("DELETE FROM categories WHERE shop = $1 AND id = $2")
                .bind(shop)
                .bind(&old.id)
                .execute(&mut *conn)
                .await?;
        }
        // Names are let go first: two categories may change theirs.
        sqlx::query("UPDATE categories SET name = id WHERE shop = $1").bind(shop).execute(&mut *conn).await?;
        for ((item, name), at) in self.items.into_iter().zip(names).zip(1_i64..) {
            sqlx::query(
                "INSERT INTO categories (id, shop, position, name) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name",
            )
            .bind(item.id.map_or_else(mint::id, Ok)?)
            .bind(shop)
            .bind(at)
            .bind(name)
            .execute(&mut *conn)
            .await?;
        }
        all(conn, shop).await
    }
}
