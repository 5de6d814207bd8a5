/**
 * Job descriptions (岗位说明书), rendered from the data that everything else runs on. {@link
 * dev.guanjia.description.JobDescriptions JobDescriptions} gathers one, {@link
 * dev.guanjia.description.JobDescriptionPage JobDescriptionPage} prints it as Markdown or HTML in
 * Chinese or English.
 *
 * <p>Depends on: calendar, catalogue, decision, duty, money, organisation.
 */
package dev.guanjia.description;
