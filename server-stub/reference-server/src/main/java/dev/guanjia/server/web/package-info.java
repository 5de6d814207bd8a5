/**
 * The generated interfaces, filled in: map what came, call the application, map what it answers. No
 * rule stands here.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.web;
