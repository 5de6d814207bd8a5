package dev.guanjia.workorder;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to do with a work order.
 *
 * @param action the step
 * @param act who, when and why
 * @param assignee who is to do the work, with the actions that {@link
 *     dev.guanjia.workorder.lifecycle.ActionEffect#ASSIGNS assign}; null with every other action
 */
public record WorkOrderCommand(WorkOrderAction action, Act act, @Nullable StaffId assignee) {}
