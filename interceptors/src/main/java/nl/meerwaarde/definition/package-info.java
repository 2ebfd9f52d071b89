/**
 * Definitions (Questionnaire, ObservationDefinition, PlanDefinition, Measure): which resource holds which canonical address and version, and what may
 * change about it. A register of our own answers "which resource is this canonical" with one indexed read; the resources themselves stay with HAPI.
 * Features say per resource type what a definition must keep to ({@link nl.meerwaarde.definition.DefinitionRules}); definitions flow in when they are
 * stored and out to the catalogues of the features.
 */
@NullMarked
package nl.meerwaarde.definition;

import org.jspecify.annotations.NullMarked;
