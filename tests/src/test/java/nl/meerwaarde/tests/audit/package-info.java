/** Who accessed what of whom is written down, cannot be changed unnoticed, and the patient can read it. */
@NullMarked
package nl.meerwaarde.tests.audit;

import org.jspecify.annotations.NullMarked;
