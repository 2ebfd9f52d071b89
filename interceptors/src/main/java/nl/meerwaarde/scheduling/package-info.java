/**
 * When patients are asked: the windows and statuses of questionnaire Tasks, and of the messages that announce them. A pure function of a patient's record
 * ({@link nl.meerwaarde.scheduling.Schedule}) says what each Task should be; what differs is written in the transaction of whatever changed. Records flow in
 * from {@code record} and {@code outcome}; Tasks and messages flow out to storage. Knows nothing of today: a window that has not opened or is over is
 * for whoever looks at it.
 */
@NullMarked
package nl.meerwaarde.scheduling;

import org.jspecify.annotations.NullMarked;
