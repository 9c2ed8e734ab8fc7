export const id = 217;
export const ids = [217];
export const modules = {

/***/ 217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   simulated: () => (/* binding */ simulated)
/* harmony export */ });
async function simulated(inputs, _simulation, _runner) {
    return { inputs, token: 'x', end: async () => undefined };
}


/***/ })

};
