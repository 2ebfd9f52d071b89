/**
 * Safety alerts: what an alarming answer sets in motion. An answer that its Questionnaire marks as alarming raises a Flag and a Task in a transaction of
 * their own, whatever becomes of the response, and the sender gets help lines for the patient at once. A task that nobody accepts is escalated. Who acts,
 * how fast, and which help there is, are data (an ActivityDefinition per alert). Alarming answers flow in from the door ({@code submission},
 * {@code validation}); nothing flows on from here.
 */
@NullMarked
package nl.meerwaarde.alert;

import org.jspecify.annotations.NullMarked;
