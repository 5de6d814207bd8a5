package dev.guanjia.security.incident;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;

/**
 * Who commands the handling of an incident. Source: requirements 03 P-INCIDENT, command; 05 S16 B4.
 *
 * @param staff the person
 * @param post in which post
 * @param since when they took command
 */
public record Commander(StaffId staff, PostKey post, Instant since) {}
