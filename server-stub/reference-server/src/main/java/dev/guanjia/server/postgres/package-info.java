/**
 * The database under the server: {@link dev.guanjia.server.postgres.EmbeddedPostgres
 * EmbeddedPostgres} runs one of our own on a data folder, {@link
 * dev.guanjia.server.postgres.ExternalPostgres ExternalPostgres} takes yours; {@link
 * dev.guanjia.server.postgres.Durability Durability} refuses either if it could lose a commit.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.postgres;
