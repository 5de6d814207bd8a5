package dev.guanjia.billing.collection;

/**
 * Where a group stands in the company, from the top down. Source: requirements 03 P-COLLECT-PLAN
 * (departments, projects), P-COLLECT-TARGET (building teams).
 */
public enum GroupLevel {
    /** The company. */
    COMPANY,
    /** A department. */
    DEPARTMENT,
    /** A project. */
    PROJECT,
    /** The team of a building or area (片区). */
    TEAM
}
