/** The program of the README, compiled and run by the build. */
@org.jspecify.annotations.NullMarked
package dev.guanjia.client.example;
