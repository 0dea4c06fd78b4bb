'use strict';

// No defect at all.
