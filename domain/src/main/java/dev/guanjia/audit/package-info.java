/**
 * What is written down of every command. {@link dev.guanjia.audit.Recorded Recorded} is one entry;
 * the shell numbers and keeps them. The domain itself records nothing.
 *
 * <p>Depends on: organisation.
 */
package dev.guanjia.audit;
