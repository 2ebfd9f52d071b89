/**
 * Outcome sets: what is measured of patients with a condition, by whom, when and with which instrument. In flows a PlanDefinition of the profile
 * {@code outcome-set}, with the sets it takes over; out come what is wrong with it, and how much it asks of those who
 * report. Knows instruments; knows nothing of pathways, episodes and patients.
 */
@NullMarked
package nl.meerwaarde.outcomeset;

import org.jspecify.annotations.NullMarked;
