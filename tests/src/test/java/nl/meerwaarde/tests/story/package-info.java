/**
 * Stories of patients, told against a running server: each class is one story, its methods are the chapters in their order. The resources are examples of the
 * implementation guide where it has them.
 */
@NullMarked
package nl.meerwaarde.tests.story;

import org.jspecify.annotations.NullMarked;
