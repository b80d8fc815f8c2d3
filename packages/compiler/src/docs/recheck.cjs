// Bundled into a file of its own: the package brings native programs of 50 MB along, and its portable build is enough.
module.exports = require("recheck/lib/browser.js");
