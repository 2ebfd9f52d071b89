/**
 * Teams: who treats a patient, or a group of patients, in which role and when, and whom a patient calls for what. In flows a CareTeam that is written; it is
 * refused when its roles and periods cannot be true together. Out comes, for {@code Patient/$my-team}, one list over all teams of a patient's active episodes.
 */
@NullMarked
package nl.meerwaarde.team;

import org.jspecify.annotations.NullMarked;
