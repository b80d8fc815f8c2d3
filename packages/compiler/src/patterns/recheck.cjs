// The build puts the package's file itself in this one's place.
module.exports = require("recheck/lib/browser.js");
