/**
 * Plans of care made of a pathway: {@code PlanDefinition/$apply}. A pathway and a patient's record flow in; a CarePlan with goals, visits, questionnaire Tasks and
 * messages flows out, and is stored only when the client sends it back. What a Task should be is {@code scheduling}'s to say.
 */
@NullMarked
package nl.meerwaarde.careplan;

import org.jspecify.annotations.NullMarked;
