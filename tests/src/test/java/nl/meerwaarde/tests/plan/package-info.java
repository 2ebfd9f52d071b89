/** Plans of care: what {@code $apply} makes of a pathway, and how questionnaire Tasks follow the record. */
@NullMarked
package nl.meerwaarde.tests.plan;

import org.jspecify.annotations.NullMarked;
