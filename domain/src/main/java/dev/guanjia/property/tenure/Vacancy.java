package dev.guanjia.property.tenure;

/** Whether anybody uses a unit; a tariff may charge less for one that stands empty. */
public enum Vacancy {
    /** Somebody lives, works or stores things there (在用). */
    OCCUPIED,
    /** Nobody does (空置). */
    VACANT
}
